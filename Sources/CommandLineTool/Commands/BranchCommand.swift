import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot branch`: decays from checkpoints of a run that goes on.
enum BranchCommand {
  static let formats = OutputFormats(Format.allCases, standard: .svg, hasPreview: true)

  static let details = """
    Branch K is the trunk up to K, then end + (v − end)·s(j/D) in the j-th epoch or update after it,
    with v the trunk's rate at K, D the length of --decay, and end that of --to: K + D rows. --at and
    --decay count epochs where every scheduler is stepped once an epoch, else updates; 45ep and
    1200step say which. Several branches stand in one picture, each called by its K.

    --format json writes branches as schedule files: one to standard output or a file, several as
    STEM-K.json into a folder. A trainer's configuration may stand in place of the file.

    Shapes of the decay:
    """

  /// How a branch falls.
  enum Shape: String, CaseIterable {
    case linear, cosine
    case oneMinusSqrt = "1-sqrt"

    /// The part that is left, as a file's function of the epochs or updates since the branch began.
    func expression(over length: Int) -> String {
      switch self {
      case .linear: "(1 - min(epoch, \(length)) / \(length))"
      case .cosine: "((1 + cos(pi * (min(epoch, \(length)) / \(length)))) / 2)"
      case .oneMinusSqrt: "(1 - sqrt(min(epoch, \(length)) / \(length)))"
      }
    }

    var summary: String {
      switch self {
      case .linear: "s(x) = 1 − x"
      case .cosine: "s(x) = (1 + cos πx)/2"
      case .oneMinusSqrt: "s(x) = 1 − √x"
      }
    }
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let file = line.operands.first else {
      throw Failure.usage(
        "branch needs a schedule file, or -", hint: "lrplot branch trunk.json --at 45,60 --decay 20 > branches.svg")
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line, hint: "one trunk at a time")
    let stem = Path.stem(of: Path.name(of: file.text))
    let places = line.values(of: .at).flatMap { $0.pieces() }
    guard !places.isEmpty else {
      throw Failure.usage("branch needs to know where branches begin", hint: "--at 45,60: after 45 and 60 epochs")
    }
    let isWritten =
      try line.value(of: .format).map { (list) throws(Failure) in try Format.list(list, of: line.line) }
      ?? line.value(of: .output).flatMap { Format(path: $0.text) }.map { [$0] } ?? []
    let isFiles = isWritten == [.json]
    let results = try Results(line, isSingle: !isFiles || places.count == 1, writing: formats, in: world)
    let names = isFiles && places.count > 1 ? places.map { "\(stem)-\($0.text)" } : [stem]
    let targets = Targets(results.destination, in: world)
    for name in names { try targets.check([Input(path: file.text, relative: name)]) }
    let source = try SpecFile.source(file.text, in: world)
    let written = names.flatMap { results.paths(below: $0) }
    let trunk = try SpecDocument(of: source, at: file.text, world.request.overrides, writing: written, in: world)
    let overlay = try PlotFlags(line: line, range: line.line.end).overlay()
    var branches: [(name: String, document: SpecDocument, curve: Curve)] = []
    for place in places {
      if branches.contains(where: { $0.name.isSame(as: place.text) }) {
        throw line.line.failure("“\(place.text)” is given twice", at: place.range)
      }
      let document = try Branch(of: trunk, at: place, line, writing: written, in: world).document
      let spec = try document.spec(writing: written, in: world)
      let curve = try Results.curve(of: spec, document.source, within: world.memory)
      branches.append((place.text, document, curve))
    }
    if isFiles {
      for (name, branch) in zip(names, branches) {
        try results.finish(results.write(relative: name) { _, _ in Pieces(branch.document.value.text(isOpen: true)) })
      }
    } else {
      let spec = try trunk.spec(writing: written, in: world)
      var (title, options) = (spec.title, PlotOptions(of: spec))
      overlay(&title, &options)
      let isOne = branches.count == 1
      let curve = isOne ? branches[0].curve : Curve.comparison(of: branches.map { ($0.name, $0.curve) })
      let picture = Picture(
        curve: curve, title: title, heading: Heading.of(spec).map { "\($0), branched" }, source: spec.origin,
        options: options)
      try picture.checkAxis()
      let written = try results.write(relative: stem) { format, path in
        format == .json
          ? Pieces(branches[0].document.value.text(isOpen: true)) : results.render(picture, as: format, to: path)
      }
      try results.finish(written)
    }
    return .done
  }
}

/// A branch as a schedule file: its trunk, and a resumed run that decays.
private struct Branch {
  let document: SpecDocument

  init(
    of trunk: SpecDocument, at place: CommandLine.Argument, _ line: ParsedLine, writing targets: [String],
    in world: World
  ) throws(Failure) {
    let end = try Self.number(line, .to) ?? 0
    var shape = BranchCommand.Shape.linear
    if let word = line.value(of: .shape) {
      guard let known = BranchCommand.Shape(rawValue: word.text) else {
        throw line.line.failure(
          "unknown shape “\(word.text)”", at: word.range,
          hint: BranchCommand.Shape.allCases.map(\.rawValue).joined(separator: ", "))
      }
      shape = known
    }
    guard case .object(let members) = trunk.value.content else { self.document = trunk; return }
    let spec = try trunk.spec(writing: targets, in: world)
    guard let plan = spec.plans.first, spec.plans.count == 1, plan.others.isEmpty, spec.resumes.isEmpty else {
      throw .diagnosed(
        trunk.source,
        DiagnosticList([
          Diagnostic(.value, "branches are of one schedule that is not resumed", at: trunk.value.range.part(0, 1))
        ]))
    }
    func document(_ at: Value, _ patch: Value) -> SpecDocument {
      let resume = Value.object([
        ("at", at), ("restore", Value(.string("optimizer"))), ("planned", Value(.bool(false))), ("with", patch),
      ])
      let rest = members.filter { !$0.key.isFolded(equalTo: "resume") }
      return SpecDocument(
        Value(.object(rest + [Member(key: "resume", at: trunk.value.range, value: resume)]), at: trunk.value.range),
        of: trunk.source, in: trunk.folder)
    }
    // Where the trunk is when the branch begins, and in what it counts.
    let isByEpoch = spec.timeline.hasEpochs && plan.nodes.allSatisfy { $0.interval == .epoch }
    let whole = isByEpoch ? spec.timeline.epochs : spec.steps
    let (number, interval) = try Self.place(place, isByEpoch, of: whole, line)
    let length = try Self.number(line, .decay, of: interval == .epoch ? spec.timeline.epochs : spec.steps)
    guard let decay = length, let steps = Int(exactly: decay), steps > 0, steps < 1_000_000_000 else {
      throw Failure.usage("branch needs the length of the decay", hint: "--decay 20 decays over 20 epochs or updates")
    }
    let perTurn = interval == .epoch ? spec.stepsPerEpoch : 1
    let (start, overflow) = number.multipliedReportingOverflow(by: perTurn)
    guard !overflow, start + 1 < 1_000_000_000 else { throw line.line.failure("this is too far", at: place.range) }
    let at = Value(.string(interval == .epoch ? "\(number)ep" : "\(number)step"))
    func run(_ count: Int) -> [(key: String, value: Value)] {
      interval == .epoch
        ? [("epochs", .integer(count)), ("steps", Value(.null))]
        : [("steps", .integer(count)), ("epochs", Value(.null))]
    }
    // Where the trunk has ended, it has to go on for one row to show its rate.
    let isOver = start >= spec.steps
    let probe = isOver ? document(at, .object(run(number + 1))) : trunk
    let probed = isOver ? try probe.spec(writing: targets, in: world) : spec
    let curve = try Results.curve(of: probed, probe.source, within: world.memory)
    let rates = curve.columns(of: .lr).map { $0.values[start] }
    let functions = rates.map { rate in
      let fall = shape.expression(over: steps)
      return Value(
        .string(
          end == 0
            ? "\(Shown.number(rate)) * \(fall)"
            : "\(Shown.number(end)) + (\(Shown.number(rate)) - \(Shown.number(end))) * \(fall)"))
    }
    var scheduler: [(key: String, value: Value)] = [
      ("type", Value(.string(Catalogue.function.name))),
      ("lr_lambda", functions.count == 1 ? functions[0] : Value(.array(functions))),
    ]
    if interval == .step { scheduler.append(("interval", Value(.string("step")))) }
    // The function is the rate itself, so every base rate is 1.
    var optimizer: [(key: String, value: Value)] = [("lr", .integer(1)), ("scale_lr", Value(.null))]
    if case .object(let own)? = members.first(where: { $0.key.isFolded(equalTo: "optimizer") })?.value.content {
      if let type = own.first(where: { $0.key.isFolded(equalTo: "type") }) {
        // An object with a type replaces the other whole.
        optimizer = own.filter { !["lr", "scale_lr", "type", "param_groups"].contains(where: $0.key.isFolded) }
          .map { ($0.key, $0.value) }
        optimizer += [("type", type.value), ("lr", .integer(1))]
      }
      if rates.count > 1 || own.contains(where: { $0.key.isFolded(equalTo: "param_groups") }) {
        let groups = plan.optimizer.groups.map { group in
          Value.object((group.name.map { [("name", Value(.string($0)))] } ?? []) + [("lr", .integer(1))])
        }
        optimizer.append(("param_groups", Value(.array(groups))))
      }
    }
    self.document = document(
      at, .object(run(number + steps) + [("optimizer", .object(optimizer)), ("scheduler", .object(scheduler))]))
  }

  /// The number of an option; a percentage is of the trunk's run, where it may be one.
  private static func number(_ line: ParsedLine, _ name: Flag.Name, of whole: Int? = nil) throws(Failure) -> Double? {
    guard let argument = line.value(of: name) else { return nil }
    if let whole, let part = part(argument, of: whole) { return Double(part) }
    guard let number = argument.typedNumber, number.isFinite else {
      throw line.line.failure(
        "“--\(name.rawValue)” must be a number, not “\(argument.text)”", at: argument.range,
        hint: whole == nil ? nil : "a number of epochs or updates, 20, or a fraction of the trunk, 20%")
    }
    return number
  }

  /// A percentage of the trunk's run, in what the branch counts.
  private static func part(_ argument: CommandLine.Argument, of whole: Int) -> Int? {
    guard argument.isPercentage, let percent = Decimal.readLoosely(argument.text.dropping(last: 1)), percent > 0,
      percent <= 1000
    else { return nil }
    return Int(exactly: (Double(whole) * (percent / 100)).rounded())
  }

  /// `45`, `45ep`, `1200step`, or `50%` of the trunk's run.
  private static func place(
    _ argument: CommandLine.Argument, _ isByEpoch: Bool, of whole: Int, _ line: ParsedLine
  ) throws(Failure) -> (Int, Interval) {
    if let part = part(argument, of: whole), part > 0 { return (part, isByEpoch ? .epoch : .step) }
    let endings: [(String, Interval)] = [
      ("epochs", .epoch), ("epoch", .epoch), ("ep", .epoch), ("steps", .step), ("step", .step), ("updates", .step),
      ("update", .step),
    ]
    let ending = endings.first { argument.text.ends(with: $0.0) }
    let digits = argument.text.dropping(last: ending?.0.utf8.count ?? 0)
    guard let typed = Decimal.readTyped(digits), let number = Int(exactly: typed), number > 0 else {
      throw line.line.failure(
        "“\(argument.text)” is not a place in the run", at: argument.range,
        hint: "for example, 45, 45ep, 1200step, or 50%")
    }
    return (number, ending?.1 ?? (isByEpoch ? .epoch : .step))
  }
}
