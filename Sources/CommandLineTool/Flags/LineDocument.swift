import Diagnostics
import JSON
import Schedules
import Text

/// Makes the document that a command line stands for: the same JSON that a file would hold, with places in the line.
struct LineDocument {
  let line: ParsedLine
  let kind: Kind
  let kindRange: SourceRange

  /// The document.
  ///
  /// Throws for nested JSON that does not parse; everything else is checked where documents are read.
  func value() throws(Diagnostic) -> Value {
    var members: [Member] = []
    if let epochs = argument("epochs") { members.append(member("epochs", try epochs.number(for: "--epochs"))) }
    if let steps = argument("steps-per-epoch") {
      members.append(member("steps_per_epoch", try steps.number(for: "--steps-per-epoch")))
    }
    members.append(member("optimizer", try optimizer()))
    members.append(member("scheduler", try scheduler()))
    if let metric = argument("metric") { members.append(member("metric", self.metric(metric))) }
    return object(members)
  }

  // MARK: The run

  private func optimizer() throws(Diagnostic) -> Value {
    var members: [Member] = []
    let type = argument("optimizer")
    members.append(member("type", type?.string ?? Value(.string("SGD"), at: kindRange)))
    members.append(member("lr", try argument("lr")?.number(for: "--lr") ?? number(0.1)))
    if let momentum = argument("momentum") {
      members.append(member("momentum", try momentum.number(for: "--momentum")))
    } else if type == nil {
      members.append(member("momentum", number(0.9)))
    }
    let groups = line.given.filter { $0.name == "group" }.compactMap(\.value)
    if !groups.isEmpty {
      var elements: [Value] = []
      for group in groups { elements.append(try self.group(group)) }
      members.append(member("param_groups", Value(.array(elements), at: groups[0].range)))
    }
    return Value(.object(members), at: type?.range ?? kindRange)
  }

  /// `NAME:lr=0.01,momentum=0.8`, or `NAME` alone.
  private func group(_ argument: CommandLine.Argument) throws(Diagnostic) -> Value {
    let bytes = Array(argument.text.utf8)
    let equals = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.count
    // `lr=0.01` without a name is a group without a name.
    let colon = bytes[..<equals].firstIndex(of: UInt8(ascii: ":")) ?? (equals < bytes.count ? -1 : bytes.count)
    var members: [Member] = []
    if bytes.isEmpty || colon == 0 {
      throw Diagnostic(.usage, "a group needs a name", at: argument.range, hint: "--group head:lr=0.01, say")
    }
    if colon > 0 { members.append(member("name", argument.part(from: 0, to: colon).string)) }
    for pair in argument.pieces(from: colon + 1) {
      guard let equals = pair.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Diagnostic(.usage, "“\(pair.text)” is not name=value", at: pair.range, hint: "--group head:lr=0.01, say")
      }
      let offset = pair.text.utf8.distance(from: pair.text.startIndex, to: equals)
      let key = pair.part(from: 0, to: offset)
      members.append(Member(key: key.text, at: key.range, value: pair.part(from: offset + 1).scalar))
    }
    return Value(.object(members), at: argument.range)
  }

  private func metric(_ argument: CommandLine.Argument) -> Value {
    if Decimal.readLoosely(argument.text) != nil { return argument.number() }
    let bytes = Array(argument.text.utf8)
    let marker = Array(".csv:".utf8)
    if bytes.count >= marker.count,
      let start = (0...(bytes.count - marker.count)).first(where: { Array(bytes[$0..<($0 + marker.count)]) == marker })
    {
      let path = argument.part(from: 0, to: start + marker.count - 1)
      let column = argument.part(from: start + marker.count)
      return Value(.object([member("csv", path.string), member("column", column.string)]), at: argument.range)
    }
    return Value(.object([member("expression", argument.string)]), at: argument.range)
  }

  // MARK: The scheduler

  private func scheduler() throws(Diagnostic) -> Value {
    var members = [member("type", Value(.string(kind.fullName), at: kindRange))]
    if let interval = argument("interval") { members.append(member("interval", interval.string)) }
    for parameter in kind.declaration.parameters where !isTotal(parameter) {
      let given = line.given.filter { $0.name.isFolded(equalTo: parameter.name) }
      guard let last = given.last else { continue }
      let value = try self.value(of: parameter.shape.required, last, all: given.compactMap(\.value))
      members.append(Member(key: parameter.name, at: last.typed.range, value: value))
    }
    return Value(.object(members + oneCycleTotal), at: kindRange)
  }

  /// One-cycle without `--total-steps` takes the run's epochs and steps per epoch as its own.
  private var oneCycleTotal: [Member] {
    guard kind.name == OneCycle.kindName, !line.has("total_steps"), let epochs = argument("epochs") else { return [] }
    let one = Value(.number(Number(1, isInteger: true)), at: kindRange)
    return [
      member("epochs", epochs.number()),
      member("steps_per_epoch", argument("steps-per-epoch")?.number() ?? one),
    ]
  }

  /// Whether a parameter shares its name with the flag of the run that `oneCycleTotal` reads.
  private func isTotal(_ parameter: ParameterDescription) -> Bool {
    kind.name == OneCycle.kindName && ["epochs", "steps_per_epoch"].contains(parameter.name)
  }

  private enum OneCycle { static let kindName = "OneCycleLR" }

  private func value(
    of shape: Shape, _ given: ParsedLine.Given, all: [CommandLine.Argument]
  ) throws(Diagnostic) -> Value {
    guard let argument = given.value else { return Value(.bool(!given.isNegated), at: given.typed.range) }
    if ["null", "none"].contains(argument.text.lowercased()), shape != .text {
      return Value(.null, at: argument.range)
    }
    let typed = given.typed.text
    switch shape {
    case .number, .integer: return try argument.number(for: typed)
    case .float: return try argument.number(for: typed, isFloat: true)
    case .boolean: return argument.boolean
    case .text, .choice: return argument.string
    case .function, .perGroup(.function):
      // One function for each group is typed as one flag for each.
      return all.count > 1 && shape != .function
        ? Value(.array(all.map(\.string)), at: argument.range) : argument.string
    case .list: return try list(argument, for: typed)
    case .perGroup:
      return argument.text.hasPrefix("[") || argument.text.contains(",")

        ? try list(argument, for: typed) : try argument.number(for: typed)
    case .stepMap where !argument.text.hasPrefix("{"): return try stepMap(argument, for: typed)
    case .either(let first, let second): return try either(first, second, given, argument, all: all)
    case .scheduler, .schedulers, .record, .stepMap: return try Scanner.read(line.line.source, in: argument.range)
    case .optional(let wrapped): return try value(of: wrapped, given, all: all)
    }
  }

  private func list(_ argument: CommandLine.Argument, for flag: String) throws(Diagnostic) -> Value {
    if argument.text.hasPrefix("[") { return try Scanner.read(line.line.source, in: argument.range) }
    var elements: [Value] = []
    for piece in argument.pieces() { elements.append(try piece.number(for: flag)) }
    return Value(.array(elements), at: argument.range)
  }

  /// `2:0.5,4:0.1`: numbers by step.
  private func stepMap(_ argument: CommandLine.Argument, for flag: String) throws(Diagnostic) -> Value {
    var members: [Member] = []
    for piece in argument.pieces() {
      let bytes = Array(piece.text.utf8)
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
        throw Diagnostic(
          .value, "“\(piece.text)” is not STEP:NUMBER", at: piece.range, hint: "\(flag) 30:0.1,60:0.1, say")
      }
      let step = piece.part(from: 0, to: colon)
      members.append(
        Member(key: step.text, at: step.range, value: try piece.part(from: colon + 1).number(for: flag)))
    }
    return Value(.object(members), at: argument.range)
  }

  /// JSON where it begins as JSON, a number where it is one, else what the first of both makes of it.
  private func either(
    _ first: Shape, _ second: Shape, _ given: ParsedLine.Given, _ argument: CommandLine.Argument,
    all: [CommandLine.Argument]
  ) throws(Diagnostic) -> Value {
    if argument.text.hasPrefix("{") || argument.text.hasPrefix("[") {
      return try Scanner.read(line.line.source, in: argument.range)
    }
    let number = argument.number()
    for shape in [first, second] where shape.suits(number) { return try value(of: shape, given, all: all) }
    let list = argument.text.contains(",") ? [first, second].first { if case .list = $0 { true } else { false } } : nil
    return try value(of: list ?? first, given, all: all)
  }

  // MARK: Values

  private func argument(_ name: String) -> CommandLine.Argument? { line.value(of: name) }

  private func member(_ key: String, _ value: Value) -> Member { Member(key: key, at: value.range, value: value) }

  private func object(_ members: [Member]) -> Value { Value(.object(members), at: kindRange) }

  private func number(_ value: Double) -> Value { Value(.number(Number(value, isInteger: false)), at: kindRange) }
}
