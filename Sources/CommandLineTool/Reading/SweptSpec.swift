import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// What one picture is drawn of: a schedule, or the variants of it that a command line sweeps.
struct SweptSpec {
  /// The bytes that all variants of a file may have together.
  private static let mostText = 8 << 20

  private let parts: [Part]
  /// The line and what it sweeps, for what is wrong with all of them.
  private let line: CommandLine
  private let sweeps: [Sweep]

  /// A schedule, and what its curve is called when it is one of several; a class, for a schedule is much to copy.
  private final class Part {
    let name: String?
    let document: SpecDocument
    let spec: Spec
    private let memory: MemoryBudget.Share?

    init(name: String?, document: SpecDocument, spec: Spec, within memory: MemoryBudget.Share?) {
      (self.name, self.document, self.spec, self.memory) = (name, document, spec, memory)
    }

    var curve: Curve {
      get throws(Failure) { try Results.curve(of: spec, document.source, within: memory) }
    }
  }

  /// Reads a schedule once for every variant, or once as it is.
  init(
    _ line: ParsedLine, _ variants: [Variant], writing targets: [String], in world: World,
    read: (ParsedLine) throws(Failure) -> SpecDocument
  ) throws(Failure) {
    (self.line, sweeps) = (line.line, line.sweeps)
    var parts: [Part] = []
    if variants.isEmpty {
      let document = try read(line)
      parts.append(
        Part(name: nil, document: document, spec: try document.spec(writing: targets, in: world), within: world.memory))
    }
    var texts: [Bytes] = []
    for variant in variants {
      let document = try read(variant.line)
      texts.append(document.value.text())
      if let same = texts.dropLast().firstIndex(of: texts[texts.count - 1]), let place = line.sweeps.last?.name.range {
        throw line.line.failure(
          "“\(variants[same].name)” and “\(variant.name)” are the same schedule", at: place,
          hint: "another option says what is swept")
      }
      parts.append(
        Part(
          name: variant.name, document: document, spec: try document.spec(writing: targets, in: world),
          within: world.memory)
      )
    }
    self.parts = parts
    try checkTogether()
  }

  /// Reads a file, changed as each variant has it.
  init(
    of input: Input, _ line: ParsedLine, _ variants: [Variant], writing targets: [String], in world: World
  ) throws(Failure) {
    if let problem = input.problem { throw Failure.io(input.path, problem, hint: input.hint) }
    let source = try SpecFile.source(of: input, in: world)
    if let sweep = line.sweeps.first, source.bytes.count * variants.count > SweptSpec.mostText {
      throw line.line.failure("the file is too large for \(variants.count) curves of it", at: sweep.name.range)
    }
    try self.init(line, variants, writing: targets, in: world) { (variant) throws(Failure) in
      var overrides = variants.isEmpty ? world.request.overrides : try Overrides(variant)
      overrides.namesFiles = world.request.overrides.namesFiles
      return try SpecDocument(of: source, at: input.path, overrides, writing: targets, in: world)
    }
  }

  /// What the schedule is called in messages.
  var name: String { parts.first?.document.source.name ?? "" }

  /// How long the run is, for `--verbose`; nothing where an epoch is a step.
  var length: String {
    guard let spec = parts.first?.spec, spec.stepsPerEpoch > 1 else { return "" }
    return "lrplot: \(spec.timeline.words)\n"
  }

  /// What lint has to say, in one line; nothing of several variants, and nothing where the output is not a terminal.
  func lintNote(of line: ParsedLine, in world: World) -> String {
    guard world.outputIsTerminal, !line.isQuiet, parts.count == 1 else { return "" }
    return parts[0].document.lintNote(of: parts[0].spec, line, in: world)
  }

  private func checkTogether() throws(Failure) {
    guard let place = sweeps.first?.name.range else { return }
    // Every curve is as long as the longest, if only with empty cells.
    let rows = parts.map(\.spec.steps).max() ?? 0
    if rows * parts.reduce(0, { $0 + $1.spec.valuesPerRow }) > Spec.maximumValues {
      throw line.failure("the curves would hold more than 2·10⁷ values together", at: place)
    }
    if parts.reduce(0, { $0 + $1.spec.seriesCount }) > Spec.mostSeries {
      throw line.failure("the curves would be more than 10,000 with their param groups", at: place)
    }
  }

  /// The curve, or all of them under their names.
  func picture(_ change: (inout String?, inout PlotOptions) -> Void) throws(Failure) -> Picture {
    var (title, options) = (parts.first?.spec.title, parts.first.map { PlotOptions(of: $0.spec) } ?? PlotOptions())
    change(&title, &options)
    var named: [(name: String, curve: Curve)] = []
    for part in parts { named.append((part.name ?? "", try part.curve)) }
    let isAlone = parts.count == 1 && parts[0].name == nil
    let curve = isAlone ? named[0].curve : .comparison(of: named)
    if let heading = curve.repeatedHeading, let place = sweeps.first?.name.range {
      throw line.failure("two columns would be called “\(heading)”", at: place)
    }
    var picture = Picture(
      curve: curve, title: title, heading: isAlone ? Heading.of(parts[0].spec) : Heading.ofAll(parts.map(\.spec)),
      source: parts.first?.spec.origin, options: options)
    picture.metricName = parts.first?.spec.metricName
    try picture.checkAxis()
    return picture
  }

  // MARK: As one file

  /// The document, or one with a curve for every variant.
  ///
  /// Throws `error[usage]` where a file cannot say as much.
  func document() throws(Failure) -> Value {
    guard let first = parts.first else { return .object([]) }
    guard first.name != nil, let sweep = sweeps.first?.name else { return first.document.value }
    if parts.contains(where: { $0.spec.steps != first.spec.steps }) {
      throw line.failure(
        "the curves are not equally long, and a file has one length", at: sweep.range,
        hint: "give one: --epochs 30"
      )
    }
    let rests = parts.map { Self.members(of: $0.document.value) { !Self.isOfCurve($0) } }
    let texts = rests.map { Value(.object($0), at: first.document.value.range).text() }
    if texts.contains(where: { $0 != texts[0] }) {
      throw line.failure(
        "no file holds curves that differ in more than optimizer and scheduler", at: sweep.range)
    }
    if rests[0].contains(where: { $0.key.isFolded(equalTo: "curves") }) {
      throw line.failure("the file has “curves” already, and one curve is not several", at: sweep.range)
    }
    let curves = parts.map { part in
      let name = Member(key: "name", at: sweep.range, value: Value(.string(part.name ?? ""), at: sweep.range))
      return Value(
        .object([name] + Self.members(of: part.document.value, where: Self.isOfCurve)), at: sweep.range)
    }
    let member = Member(key: "curves", at: sweep.range, value: Value(.array(curves), at: sweep.range))
    return Value(.object(rests[0] + [member]), at: first.document.value.range)
  }

  private static func isOfCurve(_ member: Member) -> Bool {
    ["optimizer", "scheduler", "objective"].contains(where: member.key.isFolded)
  }

  private static func members(of value: Value, where isWanted: (Member) -> Bool) -> [Member] {
    value.members.filter(isWanted)
  }
}
