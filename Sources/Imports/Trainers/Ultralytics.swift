import Diagnostics
import Schedules
import JSON
import Text

/// ultralytics' `args.yaml`, and YOLOv5's `hyp.yaml` with its `opt.yaml`.
///
/// A row is a batch. Source: ultralytics.engine.trainer, 8.0 to 8.4; yolov5's train.py.
extension Conversion {
  private static let yoloKeys = [
    "lr0", "lrf", "cos_lr", "warmup_epochs", "warmup_momentum", "warmup_bias_lr", "epochs", "batch", "optimizer",
    "momentum",
  ]

  mutating func ultralytics(_ table: Table) throws(Diagnostic) -> Draft {
    try table.refuseStrangers(besides: Conversion.yoloKeys, of: "ultralytics")
    for key in ["time", "resume"] where settings.epochs == nil {
      guard let entry = table.found(key), table.has(key) else { continue }
      if case .bool(false) = entry.value.content { continue }
      throw Diagnostic(
        .import, "with “\(key)” the length of the run is not “epochs”", at: entry.range, hint: "give --epochs")
    }
    let isAuto =
      if case .text("auto")? = table.found("optimizer")?.value.content { true } else { !table.has("optimizer") }
    if isAuto, settings.rate == nil || settings.optimizer == nil {
      throw Diagnostic(
        .import, "with “optimizer: auto” lr0 and momentum are ignored; the run picks its own",
        at: table.found("optimizer")?.range ?? table.range.part(0, 1),
        hint: "the run prints what it picked: give --lr and --optimizer")
    }
    if isAuto { note("optimizer auto: momentum 0.9, warmup_bias_lr 0") }
    let kind = isBefore("ultralytics", [8, 2]) ? "ultralytics.YOLOv5" : "ultralytics.YOLO"
    return try yolo(table, kind: kind, batch: ["batch"], isAuto: isAuto)
  }

  mutating func yolov5(_ table: Table) throws(Diagnostic) -> Draft {
    var entries = table.entries
    for companion in companions { if case .table(let more) = companion.root.content { entries += more } }
    // A dumped opt.yaml may hold the hyper-parameters themselves.
    for entry in entries { if entry.key == "hyp", case .table(let inner) = entry.value.content { entries += inner } }
    let all = Table(entries, at: table.range)
    try all.refuseStrangers(besides: Conversion.yoloKeys + ["linear_lr"], of: "YOLOv5")
    guard all.has("lr0") || settings.rate != nil else {
      throw Diagnostic(
        .import, "the rate is in another file", at: table.range.part(0, 1),
        hint: "--with hyp.yaml, which has lr0, lrf and the warm-up")
    }
    guard all.has("epochs") || settings.epochs != nil else {
      throw Diagnostic(
        .import, "the epochs are in another file", at: table.range.part(0, 1), hint: "--with opt.yaml, or --epochs")
    }
    return try yolo(all, kind: "ultralytics.YOLOv5", batch: ["batch_size", "batch"], isAuto: false)
  }

  private mutating func yolo(
    _ table: Table, kind: String, batch: [String], isAuto: Bool
  ) throws(Diagnostic) -> Draft {
    guard let (number, place) = try epochs(table, ["epochs"], standard: 100), let epochs = Int(exactly: number) else {
      throw Diagnostic(.import, "“epochs” must be a whole number", at: table.found("epochs")?.value.range)
    }
    let batches = try yoloBatches(table, batch, epochs, at: place)
    var parameters: [(String, Value?)] = []
    for (key, standard) in [("lrf", 0.01), ("warmup_momentum", 0.8)] {
      parameters.append((key, try yoloNumber(table, key, standard)))
    }
    parameters.append(("warmup_bias_lr", isAuto ? .number(0) : try yoloNumber(table, "warmup_bias_lr", 0.1)))
    let falls = try table.flag("cos_lr") ?? false
    parameters.append(("cos_lr", Value(.bool(falls), at: table.found("cos_lr")?.value.range ?? place)))
    parameters.append(("warmup_epochs", try yoloWarmup(table, epochs, batches)))
    let momentum = isAuto ? Value.number(0.9) : try yoloNumber(table, "momentum", 0.937)
    let type = optimizer(isAuto ? settings.optimizer : try table.text("optimizer"), standard: "SGD")
    var draft = Draft(
      type: type, rate: try rate(table, ["lr0"], standard: 0.01),
      groups: [Draft.Group(name: "weight"), Draft.Group(name: "bias")],
      scheduler: Draft.node(kind, at: place, parameters), length: .epochs(epochs, of: batches))
    if ["SGD", "RMSprop", "Muon"].contains(type) { draft.momentum = momentum }
    return draft
  }

  private mutating func yoloNumber(_ table: Table, _ key: String, _ standard: Double) throws(Diagnostic) -> Value {
    guard let entry = try table.entry(key) else {
      noteDefault(key, Shown.number(standard))
      return .number(standard)
    }
    return .number(try Table.number(entry), at: entry.value.range)
  }

  /// Batches of an epoch; processes share a batch, so there are as many of them on two.
  private mutating func yoloBatches(
    _ table: Table, _ keys: [String], _ epochs: Int, at place: SourceRange
  ) throws(Diagnostic) -> Int {
    if let steps = settings.stepsPerEpoch ?? settings.batches { return steps }
    guard let samples = settings.datasetSize else {
      throw Diagnostic(
        .import, "the schedule counts batches, and the number of images is not in the file", at: place,
        hint: "give --steps-per-epoch, or --dataset-size")
    }
    guard let entry = table.found(keys), let size = Int(exactly: try Table.number(entry)), size > 0 else {
      throw Diagnostic(
        .import, "the batch is not in the file", at: table.found(keys)?.range ?? place, hint: "give --steps-per-epoch")
    }
    let batches = Conversion.parts(samples, of: size)
    note("\(samples) images in batches of \(size): \(batches) batches an epoch")
    return batches
  }

  /// The epochs of warm-up; between 8.2 and 8.3 it has 100 batches at least.
  private mutating func yoloWarmup(_ table: Table, _ epochs: Int, _ batches: Int) throws(Diagnostic) -> Value {
    let value = try yoloNumber(table, "warmup_epochs", 3)
    guard isBefore("ultralytics", [8, 4]), !isBefore("ultralytics", [8, 2]), case .number(let number) = value.content,
      number.value > 0
    else { return value }
    let wanted = max((number.value * Double(batches)).rounded(.toNearestOrEven), 100)
    guard wanted <= Double(batches) * Double(max(0, epochs - 1)) else {
      throw Diagnostic(
        .import, "before 8.4 the warm-up has \(Shown.number(wanted)) batches, more than ultralytics.YOLO can have here",
        at: value.range)
    }
    if wanted > 100 { return value }
    note("before 8.4 the warm-up has 100 batches or more")
    return .number(wanted / Double(batches), at: value.range)
  }
}
