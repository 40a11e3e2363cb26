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
    if let title = argument("title") { members.append(member("title", text(title))) }
    if let epochs = argument("epochs") { members.append(member("epochs", number(epochs))) }
    if let steps = argument("steps-per-epoch") { members.append(member("steps_per_epoch", number(steps))) }
    members.append(member("optimizer", try optimizer()))
    members.append(member("scheduler", try scheduler()))
    if let metric = argument("metric") { members.append(member("metric", self.metric(metric))) }
    let plot = plot
    if !plot.isEmpty { members.append(member("plot", object(plot))) }
    return object(members)
  }

  // MARK: The run

  private func optimizer() throws(Diagnostic) -> Value {
    var members: [Member] = []
    let type = argument("optimizer")
    members.append(member("type", type.map(text) ?? Value(.string("SGD"), at: kindRange)))
    members.append(member("lr", argument("lr").map { number($0) } ?? number(0.1)))
    if let momentum = argument("momentum") {
      members.append(member("momentum", number(momentum)))
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
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    var members: [Member] = []
    if colon > 0 { members.append(member("name", text(argument.part(from: 0, to: colon)))) }
    for pair in pieces(of: argument, from: colon + 1) {
      guard let equals = pair.text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Diagnostic(.usage, "“\(pair.text)” is not name=value", at: pair.range, hint: "--group head:lr=0.01, say")
      }
      let offset = pair.text.utf8.distance(from: pair.text.startIndex, to: equals)
      let key = pair.part(from: 0, to: offset)
      members.append(Member(key: key.text, at: key.range, value: number(pair.part(from: offset + 1))))
    }
    return Value(.object(members), at: argument.range)
  }

  private func metric(_ argument: CommandLine.Argument) -> Value {
    if Decimal.readLoosely(argument.text) != nil { return number(argument) }
    let bytes = Array(argument.text.utf8)
    let marker = Array(".csv:".utf8)
    if bytes.count >= marker.count,
      let start = (0...(bytes.count - marker.count)).first(where: { Array(bytes[$0..<($0 + marker.count)]) == marker })
    {
      let path = argument.part(from: 0, to: start + marker.count - 1)
      let column = argument.part(from: start + marker.count)
      return Value(.object([member("csv", text(path)), member("column", text(column))]), at: argument.range)
    }
    return Value(.object([member("expression", text(argument))]), at: argument.range)
  }

  private var plot: [Member] {
    var members: [Member] = []
    for name in ["width", "height"] {
      if let side = argument(name) { members.append(member(name, number(side))) }
    }
    for name in ["x", "y", "curve", "theme", "background"] {
      if let word = argument(name) { members.append(member(name, text(word))) }
    }
    return members
  }

  // MARK: The scheduler

  private func scheduler() throws(Diagnostic) -> Value {
    var members = [member("type", Value(.string(kind.name), at: kindRange))]
    if let interval = argument("interval") { members.append(member("interval", text(interval))) }
    for parameter in kind.declaration.parameters {
      let given = line.given.filter { $0.name == parameter.name }
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
      member("epochs", number(epochs)),
      member("steps_per_epoch", argument("steps-per-epoch").map { number($0) } ?? one),
    ]
  }

  private enum OneCycle { static let kindName = "OneCycleLR" }

  private func value(
    of shape: Shape, _ given: ParsedLine.Given, all: [CommandLine.Argument]
  ) throws(Diagnostic) -> Value {
    guard let argument = given.value else { return Value(.bool(!given.isNegated), at: given.typed.range) }
    if ["null", "none"].contains(argument.text.lowercased()), shape != .text {
      return Value(.null, at: argument.range)
    }
    switch shape {
    case .number, .integer: return number(argument)
    case .float: return number(argument, isFloat: true)
    case .boolean: return boolean(argument)
    case .text, .choice: return text(argument)
    case .function, .perGroup(.function):
      // One function for each group is typed as one flag for each.
      return all.count > 1 && shape != .function ? Value(.array(all.map(text)), at: argument.range) : text(argument)
    case .list: return try list(argument)
    case .perGroup: return argument.text.contains(",") ? try list(argument) : number(argument)
    case .scheduler, .schedulers: return try Scanner.read(line.line.source, in: argument.range)
    case .optional(let wrapped): return try value(of: wrapped, given, all: all)
    }
  }

  private func list(_ argument: CommandLine.Argument) throws(Diagnostic) -> Value {
    if argument.text.hasPrefix("[") { return try Scanner.read(line.line.source, in: argument.range) }
    return Value(.array(pieces(of: argument, from: 0).map { number($0) }), at: argument.range)
  }

  // MARK: Values

  private func argument(_ name: String) -> CommandLine.Argument? { line.value(of: name) }

  private func member(_ key: String, _ value: Value) -> Member { Member(key: key, at: value.range, value: value) }

  private func object(_ members: [Member]) -> Value { Value(.object(members), at: kindRange) }

  private func text(_ argument: CommandLine.Argument) -> Value { Value(.string(argument.text), at: argument.range) }

  private func number(_ value: Double) -> Value { Value(.number(Number(value, isInteger: false)), at: kindRange) }

  /// A number; what is none stays a text, and is refused where a number is wanted.
  private func number(_ argument: CommandLine.Argument, isFloat: Bool = false) -> Value {
    guard let value = Decimal.readLoosely(argument.text) else { return text(argument) }
    let isInteger = !isFloat && argument.text.utf8.allSatisfy { $0.isDigit || $0 == 0x2D || $0 == 0x2B }
    return Value(.number(Number(value, isInteger: isInteger)), at: argument.range)
  }

  private func boolean(_ argument: CommandLine.Argument) -> Value {
    switch argument.text.lowercased() {
    case "true", "yes", "1", "on": Value(.bool(true), at: argument.range)
    case "false", "no", "0", "off": Value(.bool(false), at: argument.range)
    default: text(argument)
    }
  }

  /// The parts between commas, without the spaces around them.
  private func pieces(of argument: CommandLine.Argument, from start: Int) -> [CommandLine.Argument] {
    let bytes = Array(argument.text.utf8)
    guard start < bytes.count else { return [] }
    return bytes[start...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { piece in
      var piece = piece
      while piece.first == 0x20 { piece = piece.dropFirst() }
      while piece.last == 0x20 { piece = piece.dropLast() }
      return argument.part(from: piece.startIndex, to: piece.endIndex)
    }
  }
}
