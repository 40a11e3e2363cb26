import Diagnostics
import Schedules
import Text

/// A command line taken apart: the command word, the operands, and every flag with its value.
struct ParsedLine {
  /// A flag as it was typed.
  struct Given {
    /// Its name in `Flag.all`, or of the kind's parameter.
    let name: String
    let typed: CommandLine.Argument
    /// `nil` for a switch.
    let value: CommandLine.Argument?
    /// Whether it was typed as `--no-…`.
    let isNegated: Bool
  }

  let line: CommandLine
  var command: CommandLine.Argument?
  var operands: [CommandLine.Argument] = []
  var given: [Given] = []

  /// Takes a line apart; the parameters of a kind are flags too.
  init(_ line: CommandLine, parameters: [ParameterDescription]) throws(Failure) {
    self.line = line
    var index = 0
    var onlyOperands = false
    while index < line.arguments.count {
      let argument = line.arguments[index]
      index += 1
      if onlyOperands || argument.text == "-" || !argument.text.hasPrefix("-")
        || Decimal.readLoosely(argument.text) != nil
      {
        if command == nil { command = argument } else { operands.append(argument) }
      } else if argument.text == "--" {
        onlyOperands = true
      } else {
        try takeFlag(argument, &index, parameters)
      }
    }
  }

  private mutating func takeFlag(
    _ argument: CommandLine.Argument, _ index: inout Int, _ parameters: [ParameterDescription]
  ) throws(Failure) {
    let (typed, attached) = ParsedLine.split(argument)
    guard let (name, takesValue, isNegated) = ParsedLine.meaning(of: typed.text, parameters) else {
      throw unknown(typed, parameters)
    }
    var value = attached
    if takesValue, value == nil {
      guard index < line.arguments.count else { throw line.failure("“\(typed.text)” needs a value", at: typed.range) }
      let next = line.arguments[index]
      if next.text.hasPrefix("--"), next.text != "--",
        ParsedLine.meaning(of: ParsedLine.split(next).0.text, parameters) != nil
      {
        throw line.failure("“\(typed.text)” needs a value", at: typed.range)
      }
      value = next
      index += 1
    }
    if isNegated, value != nil { throw line.failure("“\(typed.text)” takes no value", at: typed.range) }
    given.append(Given(name: name, typed: typed, value: value, isNegated: isNegated))
  }

  /// `--opt=value` is two things, and so is `-oFILE`.
  private static func split(_ argument: CommandLine.Argument) -> (CommandLine.Argument, CommandLine.Argument?) {
    let bytes = Array(argument.text.utf8)
    if !argument.text.hasPrefix("--"), bytes.count > 2 {
      let rest = bytes[2] == UInt8(ascii: "=") ? 3 : 2
      return (argument.part(from: 0, to: 2), argument.part(from: rest))
    }
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return (argument, nil) }
    return (argument.part(from: 0, to: equals), argument.part(from: equals + 1))
  }

  private static func meaning(
    of typed: String, _ parameters: [ParameterDescription]
  ) -> (name: String, takesValue: Bool, isNegated: Bool)? {
    guard typed.hasPrefix("--") else {
      return Flag.all.first { "-\($0.short ?? "")" == typed }.map { ($0.name, $0.value != nil, false) }
    }
    let word = String(typed.dropFirst(2))
    if let flag = Flag.all.first(where: { $0.name.isFolded(equalTo: word) }) {
      return (flag.name, flag.value != nil, false)
    }
    if let parameter = parameters.first(where: { $0.name.isFolded(equalTo: word) }) {
      return (parameter.name, parameter.shape.required != .boolean, false)
    }
    guard word.hasPrefix("no-"),
      let parameter = parameters.first(where: { $0.name.isFolded(equalTo: String(word.dropFirst(3))) }),
      parameter.shape.required == .boolean
    else { return nil }
    return (parameter.name, false, true)
  }

  private func unknown(_ typed: CommandLine.Argument, _ parameters: [ParameterDescription]) -> Failure {
    let names = parameters.map(\.flagName) + Flag.all.map(\.name)
    let nearest = Nearest.match(for: String(typed.text.drop { $0 == "-" }), among: names)
    return line.failure(
      "there is no option “\(typed.text)”", at: typed.range,
      hint: Diagnostic.suggestion(nearest.map { "--\($0)" }) ?? "`lrplot help` lists the options")
  }

  /// The last value of a flag: the last one wins.
  func value(of name: String) -> CommandLine.Argument? { given.last { $0.name == name }?.value }

  func has(_ name: String) -> Bool { given.contains { $0.name == name } }
}

extension ParameterDescription {
  /// The name as one types it: `start-factor`, and `tmax` for `T_max`.
  var flagName: String {
    let words = name.lowercased().split(separator: "_")
    guard let first = words.first, first.utf8.count == 1, words.count > 1 else { return words.joined(separator: "-") }
    return ([first + words[1]] + words.dropFirst(2)).joined(separator: "-")
  }
}
