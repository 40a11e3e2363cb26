import Curves
import Diagnostics
import JSON
import Logs
import Schedules
import Text

/// `lrplot identify`: the schedule that a logged or pasted curve was made by.
enum IdentifyCommand {
  static let formats = OutputFormats([.text, .json], standard: .text)

  static let details = """
    The log is any that check --log reads, a CSV of step and lr among them. Its readings tell the shape: a linear warm-up, \
    a level, a fall along a line, a cosine, a power, a root, an exponential, or drops, restarts, triangles, one cycle. \
    What PyTorch, transformers, timm, Keras, optax, Megatron, DeepSpeed, and fairseq have of it is tried, the simplest \
    first; the answer is the kind, how exactly it fits all readings, and the command that reproduces them. The exit \
    status is 1 if none does.

    --format json: one object with "schema": "lrplot/identify/1", "path", "form", "convention", "readings", and "found": null, \
    or an object with "kind", "exactness", "command", and "file" (the schedule file).
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let path = line.operands.first else {
      throw Failure.usage("identify needs a log, or -", hint: "lrplot identify metrics.csv")
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line, hint: "one log at a time")
    if let group = line.given.first(where: { $0.name == "group" }) {
      throw line.line.failure(
        "“--group” names a group of a schedule, and identify is given none", at: group.typed.range,
        hint: "--column NAME says which rate of the log")
    }
    let options = try LogOptions(line)
    let source = try world.log(path.text)
    let subject: (log: Log, column: Int)
    do throws(Diagnostic) {
      let log = try options.read(source)
      subject = (log, try options.column(of: log))
    } catch {
      throw .diagnosed(source, DiagnosticList([error]))
    }
    let (log, column) = subject
    let offsets =
      options.offset.map { [$0] }
      ?? log.form.conventions.compactMap { convention in
        if case .offset(let offset) = convention { offset } else { nil }
      }
    var found: (identification: Identification, offset: Int)?
    var count = 0
    for offset in offsets {
      let readings = RateReadings(log, column: column, offset: offset)
      count = max(count, readings.count)
      if readings.count < 3 || readings.rows.last ?? 0 >= Spec.maximumValues { continue }
      guard let identification = Identification.of(readings) else { continue }
      // Of two conventions that fit, the one is likelier by which the schedule ends where the run does.
      let ends = log.total.map { identification.lasts($0) } ?? true
      if found == nil || ends { found = (identification, offset) }
      if ends { break }
    }
    if count < 3 {
      throw .diagnosed(
        source,
        DiagnosticList([
          Diagnostic(.import, "the log has \(count) readings, and at least three are needed")
        ]))
    }
    let answer = Answer(path: source.name, log: log, count: count, found: found)
    _ = try formats.write("identify", askedBy: line, in: world) { format in
      Pieces(format == .json ? answer.value.text() : Bytes(answer.text.utf8))
    }
    return found == nil ? .differs : .done
  }
}

/// What was found.
private struct Answer {
  let path: String
  let log: Log
  let count: Int
  let found: (identification: Identification, offset: Int)?

  var text: String {
    guard let (identification, offset) = found else {
      return "\(Excerpt.visible(path)): no kind gives these \(count) readings\n"
    }
    return """
      \(identification.words), \(identification.exactness)
        \(identification.command(countsEpochs: log.unit != .step))
        \(count) readings of the form \(log.form.rawValue), \(LogConvention.offset(offset).words)

      """
  }

  var value: Value {
    var found = Value(.null)
    if let (identification, _) = self.found {
      let countsEpochs = log.unit != .step
      found = .object([
        ("kind", .text(identification.hypothesis.kind.fullName)), ("exactness", .text(identification.exactness)),
        ("command", .text(identification.command(countsEpochs: countsEpochs))),
        ("file", identification.hypothesis.document(steps: identification.steps)),
      ])
    }
    return .object([
      ("schema", "lrplot/identify/1"), ("path", .text(path)), ("form", .text(log.form.rawValue)),
      ("convention", .text(self.found.map { LogConvention.offset($0.offset).words })), ("readings", .integer(count)),
      ("found", found),
    ])
  }
}

extension Identification {
  /// “transformers.cosine, 500 of 12000 warm-up”.
  fileprivate var words: String {
    let kind = hypothesis.kind
    let roles = kind.declaration.parameters
    func value(_ role: Role) -> (name: String, text: String)? {
      hypothesis.parameters.lazy.compactMap { name, value in
        roles.contains { $0.name == name && $0.role == role } ? (name, Identification.text(value)) : nil
      }.first
    }
    var values: [String] = []
    var rest = hypothesis.parameters
    if let warmUp = value(.warmup) {
      let length = value(.length)
      values.append("\(warmUp.text) of \(length?.text ?? String(steps)) warm-up")
      rest.removeAll { $0.name == warmUp.name || $0.name == length?.name }
    }
    values += rest.map { "\($0.name) \(Identification.text($0.value))" }
    let name = hypothesis.warmUp.map { "LinearLR over \($0.steps) steps, then \(kind.fullName)" } ?? kind.fullName
    return ([name] + values).joined(by: ", ")
  }

  /// The command that reproduces it.
  fileprivate func command(countsEpochs: Bool) -> String {
    let kind = hypothesis.kind
    var words = ["lrplot"]
    if let warmUp = hypothesis.warmUp {
      words += [
        "linear", "--start-factor", Shown.number(warmUp.start), "--total-iters", String(warmUp.steps), "--then",
      ]
    }
    words.append(kind.typedName)
    for (name, value) in hypothesis.parameters {
      guard let parameter = kind.declaration.parameters.first(where: { $0.name == name }) else { continue }
      if case .bool(let isOn) = value.content {
        words.append("--\(isOn ? "" : "no-")\(parameter.flagName)")
      } else {
        words += ["--\(parameter.flagName)", Identification.text(value)]
      }
    }
    words += ["--lr", Shown.number(hypothesis.base), countsEpochs ? "--epochs" : "--steps", String(steps)]
    return words.map(\.shellQuoted).joined(by: " ")
  }

  private static func text(_ value: Value) -> String {
    switch value.content {
    case .number(let number): Shown.number(number.value)
    case .string(let text): text
    case .bool(let isOn): isOn ? "true" : "false"
    case .array(let elements): elements.map(text).joined(by: ",")
    default: value.text().text
    }
  }
}
