import Diagnostics
import JSON
import Schedules
import Text

/// The parameters of a kind, each typed as its value type asks.
extension LineDocument {
  func value(
    of type: ValueType, _ given: ParsedLine.GivenFlag, all: [CommandLine.Argument]
  ) throws(Diagnostic) -> Value {
    guard let argument = given.value else { return Value(.bool(!given.isNegated), at: given.typed.range) }
    if ["null", "none"].contains(argument.text.lowercasedASCII), type != .text {
      return Value(.null, at: argument.range)
    }
    let typed = given.typed.text
    switch type {
    case .number: return try argument.number(for: typed)
    case .integer: return try argument.integer(for: typed)
    case .float: return try argument.number(for: typed, isFloat: true)
    case .boolean: return argument.boolean
    case .text, .percentage, .choice, .lambda: return argument.string
    case .function, .perGroup(.function):
      // One function for each group is typed as one flag for each.
      return all.count > 1 && type != .function
        ? Value(.array(all.map(\.string)), at: argument.range) : argument.string
    case .list(.list): return try points(argument, for: typed)
    case .list: return try list(argument, for: typed)
    case .perGroup:
      return argument.text.begins(with: "[") || argument.text.utf8.contains(UInt8(ascii: ","))
        || argument.separatedByCommas != nil
        ? try list(argument, for: typed) : try argument.number(for: typed)
    case .stepMap where !argument.text.begins(with: "{"): return try stepMap(argument, for: typed)
    case .either(let first, let second): return try either(first, second, given, argument, all: all)
    case .scheduler where !argument.text.begins(with: "{"), .schedulers where !argument.text.begins(with: "["):
      throw Diagnostic(
        .value, "“\(typed)” must be \(type.words) as JSON, not “\(argument.text)”", at: argument.range,
        hint: "on a line, --then joins kinds: lrplot linear --total-iters 5 --then cosine --tmax 45")
    case .scheduler, .schedulers, .record, .stepMap: return try Scanner.read(line.line.source, in: argument.range)
    case .optional(let wrapped): return try value(of: wrapped, given, all: all)
    }
  }

  private func list(_ argument: CommandLine.Argument, for flag: String) throws(Diagnostic) -> Value {
    if argument.text.begins(with: "[") { return try Scanner.read(line.line.source, in: argument.range) }
    if let separated = argument.separatedByCommas {
      throw Diagnostic(
        .value, "“\(flag)” must be numbers separated by commas, not “\(argument.text)”", at: argument.range,
        hint: "for example, \(flag) \(separated)")
    }
    var elements: [Value] = []
    for piece in argument.pieces() { elements.append(try piece.number(for: flag)) }
    return Value(.array(elements), at: argument.range)
  }

  /// `2:0.5,4:0.1`: numbers by step.
  private func stepMap(_ argument: CommandLine.Argument, for flag: String) throws(Diagnostic) -> Value {
    var members: [Member] = []
    for (step, value) in try pairs(argument, for: flag) {
      members.append(Member(key: step.text, at: step.range, value: try value.number(for: flag)))
    }
    return Value(.object(members), at: argument.range)
  }

  /// `0:0,100:1`: points of a curve, a step and a value each.
  private func points(_ argument: CommandLine.Argument, for flag: String) throws(Diagnostic) -> Value {
    if argument.text.begins(with: "[") { return try Scanner.read(line.line.source, in: argument.range) }
    var points: [Value] = []
    for (step, value) in try pairs(argument, for: flag) {
      let point: [Value] = [try step.number(for: flag), try value.number(for: flag)]
      points.append(Value(.array(point), at: argument.range))
    }
    return Value(.array(points), at: argument.range)
  }

  /// The pieces of `2:0.5,4:0.1`, each at its colon.
  private func pairs(
    _ argument: CommandLine.Argument, for flag: String
  ) throws(Diagnostic) -> [(step: CommandLine.Argument, value: CommandLine.Argument)] {
    var pairs: [(step: CommandLine.Argument, value: CommandLine.Argument)] = []
    for piece in argument.pieces() {
      let bytes = Array(piece.text.utf8)
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
        throw Diagnostic(
          .value, "“\(piece.text)” is not STEP:NUMBER", at: piece.range, hint: "for example, \(flag) 30:0.1,60:0.1")
      }
      pairs.append((piece.part(from: 0, to: colon), piece.part(from: colon + 1)))
    }
    return pairs
  }

  /// JSON where it begins as JSON, a number where it is one, else what the first of both makes of it.
  private func either(
    _ first: ValueType, _ second: ValueType, _ given: ParsedLine.GivenFlag, _ argument: CommandLine.Argument,
    all: [CommandLine.Argument]
  ) throws(Diagnostic) -> Value {
    if argument.text.begins(with: "{") || argument.text.begins(with: "[") {
      return try Scanner.read(line.line.source, in: argument.range)
    }
    let number = argument.number()
    for type in [first, second] where type.suits(number) { return try value(of: type, given, all: all) }
    let list =
      argument.text.utf8.contains(UInt8(ascii: ","))
      ? [first, second].first { if case .list = $0 { true } else { false } } : nil
    return try value(of: list ?? first, given, all: all)
  }
}
