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
  private(set) var command: CommandLine.Argument?
  private(set) var operands: [CommandLine.Argument] = []
  private(set) var given: [Given] = []
  private let known: KnownFlags

  /// Takes a line apart; the parameters of a kind are flags too.
  init(
    _ line: CommandLine, parameters: [ParameterDescription], scopes: [Flag.Scope] = Flag.Scope.allCases
  ) throws(Failure) {
    self.line = line
    known = KnownFlags(scopes: scopes, parameters: parameters)
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
        try takeFlag(argument, &index)
      }
    }
  }

  private mutating func takeFlag(_ argument: CommandLine.Argument, _ index: inout Int) throws(Failure) {
    // A cluster such as `-qv` leaves a shorter one; there are only so many switches, so a long one is a mistake.
    var rest: CommandLine.Argument? = argument
    for _ in 0..<8 {
      guard let flag = rest else { return }
      rest = try takeFirst(of: flag, &index)
    }
    if rest != nil { throw line.failure("too many switches at once", at: argument.range) }
  }

  /// Takes the flag that an argument begins with; gives the rest of a cluster.
  private mutating func takeFirst(
    of argument: CommandLine.Argument, _ index: inout Int
  ) throws(Failure) -> CommandLine.Argument? {
    let (typed, attached) = ParsedLine.split(argument)
    guard let meaning = known.meaning(of: typed.text) else { throw unknown(typed) }
    var value = attached
    if meaning.takesValue {
      if value == nil { value = try self.value(of: typed, at: index) }
      if attached == nil { index += 1 }
    } else if attached != nil, !meaning.mayTakeValue {
      guard let rest = ParsedLine.cluster(argument) else {
        throw line.failure("“\(typed.text)” takes no value", at: typed.range)
      }
      given.append(Given(name: meaning.name, typed: typed, value: nil, isNegated: false))
      return rest
    }
    given.append(Given(name: meaning.name, typed: typed, value: value, isNegated: meaning.isNegated))
    return nil
  }

  private func value(of typed: CommandLine.Argument, at index: Int) throws(Failure) -> CommandLine.Argument {
    guard index < line.arguments.count else { throw line.failure("“\(typed.text)” needs a value", at: typed.range) }
    let next = line.arguments[index]
    guard !known.isFlag(next) else {
      throw line.failure(
        "“\(typed.text)” needs a value", at: typed.range, hint: "\(typed.text)=\(next.text) if that is the value")
    }
    return next
  }

  /// `--opt=value` is two things, and so is `-oFILE`.
  static func split(
    _ argument: CommandLine.Argument
  ) -> (flag: CommandLine.Argument, attached: CommandLine.Argument?) {
    let bytes = Array(argument.text.utf8)
    if !argument.text.hasPrefix("--"), bytes.count > 2 {
      let rest = bytes[2] == UInt8(ascii: "=") ? 3 : 2
      return (argument.part(from: 0, to: 2), argument.part(from: rest))
    }
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return (argument, nil) }
    return (argument.part(from: 0, to: equals), argument.part(from: equals + 1))
  }

  /// What is left of `-qv` behind its first switch: `-v`.
  private static func cluster(_ argument: CommandLine.Argument) -> CommandLine.Argument? {
    let bytes = Array(argument.text.utf8)
    guard bytes.count > 2, bytes[1] != UInt8(ascii: "-"), bytes[2] != UInt8(ascii: "=") else { return nil }
    // One byte less to the left stands in for the hyphen.
    return CommandLine.Argument(
      text: "-" + argument.part(from: 2).text, range: SourceRange(argument.range.lower + 1, argument.range.upper))
  }

  private func unknown(_ typed: CommandLine.Argument) -> Failure {
    if let flag = Flag.all.first(where: { $0.isTyped(typed.text) }) {
      return line.failure(
        "“\(typed.text)” has no meaning here", at: typed.range,
        hint: flag.scope == .run ? "a schedule file says that itself" : "`lrplot help` lists the options")
    }
    return line.failure(
      "there is no option “\(typed.text)”", at: typed.range,
      hint: Diagnostic.suggestion(known.nearest(to: typed.text)) ?? "`lrplot help` lists the options")
  }

  /// The flag as it was given last: the last one wins.
  func last(_ name: String) -> Given? { given.last { $0.name == name } }

  func value(of name: String) -> CommandLine.Argument? { last(name)?.value }

  /// Whether what is read and written is told: of `-q` and `-v` the last one wins.
  var isVerbose: Bool { loudness == "verbose" }

  /// Whether only results and errors are told.
  var isQuiet: Bool { loudness == "quiet" }

  private var loudness: String? { given.last { ["quiet", "verbose"].contains($0.name) }?.name }

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
