import Diagnostics
import JSON
import Text

/// Reads the document of a schedule file, key by key.
enum SpecReader {
  static let keys = [
    "title", "description", "source", "epochs", "steps", "steps_per_epoch", "batch", "rows", "optimizer", "scheduler",
    "curves", "quantities", "metric", "objective", "resume", "plot",
  ]

  /// Whether a file may have a key, in whatever spelling.
  static func isKey(_ name: String) -> Bool { (keys + Fields.everywhere).contains(where: name.isFolded) }

  /// Whether a file says how long its run is.
  static func hasLength(_ document: Value) -> Bool {
    document.members.contains { $0.key.isFolded(equalTo: "epochs") || $0.key.isFolded(equalTo: "steps") }
  }

  static func read(
    _ value: Value, for purpose: Spec.Purpose, readingFiles file: Metric.FileReader, _ reading: inout Reading
  ) -> Spec? {
    guard case .object(let members) = value.content else {
      let hint =
        if case .array = value.content { "put it into one: {\"scheduler\": […]}" } else {
          "for example, {\"scheduler\": {\"type\": \"cosine\", \"T_max\": 50}}"
        }
      reading.report(
        Diagnostic(.spec, "a schedule file is an object, not \(value.typeName)", at: value.range.part(0, 1), hint: hint)
      )
      return nil
    }
    var fields = Fields(members, of: "a schedule file", namedAt: value.range.part(0, 1))
    let written = fields
    let plotReader = reading.plot
    fields.check(
      against: keys, as: .spec, noun: "key",
      hint: { name in
        switch name {
        case "type": "what has a type is the “scheduler”: {\"scheduler\": {\"type\": …}}"
        case "lr", "momentum", "learningrate", "baselr", "initiallr":
          "it belongs in “optimizer”: for example, {\"lr\": 0.1}"
        case "scalelr": "it belongs in “optimizer”: for example, {\"scale_lr\": true}"
        case "weightdecay", "betas", "eps", "paramgroups": "it belongs in “optimizer”"
        case "batchsize", "datasetsize", "worldsize", "accumulate":
          "it belongs in “steps_per_epoch”: {\"dataset_size\": 50000, \"batch_size\": 128}"
        case "interval", "times": "it belongs in “scheduler”"
        case _ where isOfScheduler(name, written): "it belongs in “scheduler”"
        case _ where RoleName(name)?.role == .warmup: warmUpHint
        case _ where plotReader?.keys.contains(where: name.isFolded) == true: "it belongs in “plot”"
        default: nil
        }
      }, otherwise: "`lrplot help file` lists the keys", meaning: meaning, &reading)
    let limits = SpecLimits(of: fields)
    guard limits.areSeriesAllowed(fields, &reading) else { return nil }
    let batch: Batch?? = fields["batch"].map { BatchReader.read($0.value, &reading) } ?? .some(nil)
    let epoch = fields["steps_per_epoch"].map { EpochLength.read($0.value, batch: batch ?? nil, &reading) } ?? .standard
    let plans = PlanReader.plans(fields, worldSize: epoch?.worldSize ?? 1, &reading)
    let watched = purpose == .run ? fields["metric"] : nil
    let metric = watched.flatMap { Metric.read($0.value, readingFiles: file, &reading) }
    let length = RunSize.read(fields, &reading)
    let rows = fields["rows"].map { rowInterval($0.value, &reading) } ?? 1
    let texts = ["title", "description", "source"].map { text($0, of: fields, &reading) }
    let plot = fields["plot"]?.value
    if let plot { plotReader?.check(plot, &reading) }

    guard var plans, let length, let epoch, let rows, let batch else { return nil }
    let curves: [Value?] =
      if case .array(let elements)? = fields["curves"]?.value.content { elements } else { [nil] }
    var quantities = SharedQuantities(value: fields["quantities"]?.value)
    for (index, curve) in zip(plans.indices, curves) {
      let own = curve?.members ?? []
      quantities.read(into: &plans[index], own, &reading)
      plans[index].metric = metric
      if purpose == .run, let written = own.first(where: { $0.key.isFolded(equalTo: "metric") }) {
        plans[index].metric = Metric.read(written.value, readingFiles: file, &reading)
      }
    }
    if let batch {
      checkBatch(batch, length, fields, &reading)
      for index in plans.indices { plans[index].bind(to: batch) }
    }
    let stepsPerEpoch = fields["steps_per_epoch"] == nil ? nil : epoch.steps
    var timeline =
      switch length {
      case .epochs(let epochs): Timeline(epochs: epochs, stepsPerEpoch: stepsPerEpoch)
      case .steps(let steps): Timeline(steps: steps, stepsPerEpoch: stepsPerEpoch)
      case .ofSchedule: horizon(of: plans, stepsPerEpoch: stepsPerEpoch)
      }
    timeline.isOfSchedule = length == .ofSchedule
    timeline.batch = batch ?? epoch.batch
    timeline.showsBatch = batch != nil
    // A training loop ends when it likes, unless the file says when; what counts samples must know all the same.
    if purpose == .run || length != .ofSchedule || batch != nil {
      for index in plans.indices { plans[index].bind(to: timeline) }
    }
    let spec = Spec(
      title: texts[0], description: texts[1], origin: texts[2], timeline: timeline, rowInterval: rows,
      plans: plans, metric: metric, metricName: watched.flatMap { Metric.name($0.value) }, plot: plot,
      silenced: fields.silenced)
    if purpose == .run {
      check(spec, fields, &reading)
      let length = fields["epochs"] ?? fields["steps"] ?? fields["scheduler"] ?? fields["curves"]
      if spec.valueCount <= Spec.maximumValues {
        limits.checkWork(steps: spec.steps, at: length?.value.range, &reading)
      }
    }
    return spec
  }

  /// How a file says that the rate warms up.
  static let warmUpHint =
    "a warm-up is a scheduler before the other: lrplot cosine --tmax 85 --warmup 5 --print-spec shows it"

  /// The key that another tool's name means.
  private static func meaning(_ name: String) -> String? {
    switch name.folded {
    case "type", "lrscheduler", "lrschedule": "scheduler"
    case "name": "title"
    case "comment", "comments", "note", "notes": "$comment"
    case "schema": "$schema"
    case "totalsteps", "maxsteps", "numsteps", "trainsteps", "numtrainingsteps", "iterations", "maxiters": "steps"
    case "numepochs", "maxepochs", "numtrainepochs", "totalepochs", "nepochs": "epochs"
    default: nil
    }
  }

  /// Whether a key is a parameter of the file's scheduler.
  private static func isOfScheduler(_ name: String, _ fields: Fields) -> Bool {
    let type = fields["scheduler"]?.value.members.first { $0.key.isFolded(equalTo: "type") }
    guard case .string(let type)? = type?.value.content else { return false }
    return Catalogue.kind(named: type)?.declaration.parameters.contains { name.isFolded(equalTo: $0.name) } ?? false
  }

  /// The quantities of a file, which every curve has that brings none of its own.
  private struct SharedQuantities {
    let value: Value?
    private var isRead = false

    init(value: Value?) { self.value = value }

    mutating func read(into plan: inout Plan, _ own: [Member], _ reading: inout Reading) {
      if let written = own.first(where: { $0.key.isFolded(equalTo: "quantities") }) {
        plan.quantities = QuantitiesReader.read(written.value, beside: plan.optimizer, &reading)
      } else if let value {
        // What is wrong with them is reported once.
        var again = Reading()
        plan.quantities =
          isRead
          ? QuantitiesReader.read(value, beside: plan.optimizer, &again)
          : QuantitiesReader.read(value, beside: plan.optimizer, &reading)
        isRead = true
      }
      plan.objective?.driven = plan.quantities.enumerated().compactMap { index, quantity in
        Hyperparameters.Drivable(named: quantity.name).map { (index, $0) }
      }
    }
  }

  private static func text(_ name: String, of fields: Fields, _ reading: inout Reading) -> String? {
    reading.parameter = name
    return fields[name].flatMap { String.read($0.value, &reading) }
  }

  /// A batch that grows makes no equal epochs.
  private static func checkBatch(_ batch: Batch, _ length: RunSize, _ fields: Fields, _ reading: inout Reading) {
    guard batch.constantSize == nil, let member = fields["batch"] else { return }
    if case .steps = length { return }
    reading.report(
      Diagnostic(
        .value, "a batch that changes needs a run of “steps”", at: member.value.range,
        hint: "\"steps\": 100000 in place of “epochs”, for example"))
  }

  /// The value of `rows`: how many steps lie between two of a table.
  private static func rowInterval(_ value: Value, _ reading: inout Reading) -> Int? {
    guard let members = reading.members(of: value, "“rows”", hint: "{\"every\": 1000}, for example") else { return nil }
    var fields = Fields(members, of: "“rows”", namedAt: value.range.part(0, 1))
    fields.check(against: ["every"], as: .spec, noun: "key", &reading)
    return Parameter<Int>("every", in: EpochLength.bounds, "Steps between two rows.").read(from: fields, &reading)
  }

  /// The schedule's own length, in epochs that are rounded up: the longest of its schedulers, or of its list of metric
  /// values.
  private static func horizon(of plans: [Plan], stepsPerEpoch: Int?) -> Timeline {
    let one = Timeline(epochs: 1, stepsPerEpoch: stepsPerEpoch)
    func lengths(_ tracks: [Plan.Track]) -> [Double] {
      tracks.flatMap(\.nodes).compactMap { top in
        top.node.scheduler.lengthInEpochs
          ?? top.node.scheduler.length.map { one.epochs(taking: $0, at: top.cadence) }
      }
    }
    // What is driven beside the rates has a say only where these have no length.
    let longestSchedule =
      lengths(plans.flatMap(\.optimizerTracks)).max() ?? lengths(plans.flatMap { $0.quantities.map(\.track) }).max()
    let measured = plans.compactMap { plan in
      plan.metric?.count.map { one.epochs(taking: Double($0), at: plan.metricCadence) }
    }
    let longest = longestSchedule ?? measured.max() ?? 0
    let epochs = longest > 0 ? Int(exactly: min(longest, 1e12).rounded(.up)) : nil
    return Timeline(epochs: epochs ?? Spec.standardEpochs, stepsPerEpoch: stepsPerEpoch)
  }

  /// A loop is closed by a loss, and what a run goes through has a bound.
  private static func checkObjectives(of spec: Spec, _ fields: Fields, _ reading: inout Reading) {
    if spec.plans.contains(where: { $0.isClosedLoop && $0.objective == nil }) {
      reading.report(
        Diagnostic(
          .spec, "“metric” is the loss, and there is no objective that has one",
          at: (fields["metric"] ?? fields["curves"])?.value.range,
          hint: "for example, \"objective\": {\"type\": \"quadratic\"}"))
    }
    for plan in spec.plans {
      guard let objective = plan.objective else { continue }
      let isClosed = plan.isClosedLoop
      if isClosed, case .annealing(let constants) = objective.kind, constants.warmsUpAtPeak {
        reading.report(
          Diagnostic(
            .value,
            "“warmup” is taken at the peak rate, which a run that watches its own loss does not know beforehand",
            at: objective.range))
      }
      let (work, tooMuch) = spec.steps.multipliedReportingOverflow(
        by: objective.workPerStep(of: spec.steps, isWatched: isClosed))
      if tooMuch || work > Spec.maximumWork {
        reading.report(
          Diagnostic(
            .value, "the objective would need more than 2·10⁸ steps × dimensions", at: objective.range,
            hint: "make the run shorter, or the objective smaller"))
      }
    }
  }

  private static func check(_ spec: Spec, _ fields: Fields, _ reading: inout Reading) {
    checkSize(of: spec, fields, &reading)
    checkObjectives(of: spec, fields, &reading)
    let unfed = spec.plans.filter { $0.metric == nil }.flatMap(\.allNodes)
    // What is wrong with a metric has been reported.
    if fields["metric"] == nil, let watcher = unfed.first(where: \.node.scheduler.watchesMetric) {
      reading.report(
        Diagnostic(
          .spec, "\(watcher.node.name) watches a metric, and there is none", at: watcher.node.range,
          hint: "\"metric\": 0.5 in a file, --metric 0.5 on a command line; or values, a CSV column, an expression"))
    }
    let counts = spec.plans.compactMap { plan in
      plan.metric?.count.map { (values: $0, turns: spec.timeline.turns(of: plan.metricCadence), plan.metricCadence) }
    }
    let place = (fields["metric"] ?? fields["curves"])?.value.range
    if counts.contains(where: { $0.values == 0 }) {
      reading.report(Diagnostic(.value, "the metric has no values", at: place))
    }
    let short = counts.filter { $0.values > 0 && $0.values < $0.turns - 1 }
    guard let (count, turns, cadence) = short.max(by: { $0.turns < $1.turns }) else { return }
    let noun = cadence == Cadence(.epoch) ? "epochs" : "turns of the scheduler that watches it"
    reading.report(
      Diagnostic(
        .value, "the metric has \(count) values, and \(turns) \(noun) need \(turns - 1) or more", at: place))
  }

  private static func checkSize(of spec: Spec, _ fields: Fields, _ reading: inout Reading) {
    let place = (fields["epochs"] ?? fields["steps"] ?? fields["scheduler"] ?? fields["curves"])?.value.range
    if spec.valueCount > Spec.maximumValues {
      let isInSteps = fields["steps"] != nil
      let rows =
        isInSteps
        ? "\(spec.steps) steps"
        : "\(spec.epochs) epochs × \(spec.stepsPerEpoch.counted("step"))"
      reading.report(
        Diagnostic(
          .value,
          "the run would hold more than 2·10⁷ values: \(rows) × "
            + "\(spec.valuesPerRow.counted("value"))", at: place,
          hint: "give the run fewer “\(isInSteps ? "steps" : "epochs")”"))
      return
    }
    let tops = spec.plans.flatMap(\.allNodes)
    let busiest = tops.max { spec.timeline.length(for: $0.cadence).count < spec.timeline.length(for: $1.cadence).count }
    if let busiest, case let count = spec.timeline.length(for: busiest.cadence).count,
      count > Spec.maximumSchedulerSteps
    {
      reading.report(
        Diagnostic(
          .value, "\(busiest.node.name) would take \(count) steps, which is more than 10⁸", at: busiest.node.range,
          hint: "set “times” to less"))
    }
  }
}
