import Diagnostics
import Schedules

/// A command line taken apart: the command word, the operands, and every flag with its value.
struct ParsedLine {
  /// A flag as it was typed.
  struct GivenFlag {
    /// Its name in `Flag.all`, or of the kind's parameter.
    let name: String
    let typed: CommandLine.Argument
    /// `nil` for a switch.
    let value: CommandLine.Argument?
    /// Whether it was typed as `--no-…`.
    let isNegated: Bool
    /// The place in `links` of the kind that it stands after; what stands before the first kind is its, too.
    let link: Int
  }

  let line: CommandLine
  var command: CommandLine.Argument?
  var operands: [CommandLine.Argument] = []
  var given: [GivenFlag] = []
  /// The kinds that the line names, in their order.
  var links: [ChainLink] = []
  /// What is set in the schedule's document, as paths and values.
  var assignments: [(path: CommandLine.Argument, value: CommandLine.Argument)] = []
  /// What the line tries several values of.
  var sweeps: [Sweep] = []
  private let grammar: Grammar

  /// A line of which nothing has been taken.
  init(of line: CommandLine, _ grammar: Grammar) {
    self.line = line
    self.grammar = grammar
  }

  /// Takes a line apart; the parameters of its kind, and of those after `--then` and `--and`, are flags too.
  init(
    _ line: CommandLine, kind: Kind? = nil, scopes: [Flag.Scope] = Flag.Scope.allCases, acceptsKind: Bool = false
  ) throws(Failure) {
    var parser = LineParser(line, Grammar(kind: kind, scopes: scopes, acceptsKind: acceptsKind))
    self = try parser.parse()
  }

  /// The line as if it said, of everything that it sweeps, only the chosen value.
  func choosing(_ choices: [Int]) throws(Failure) -> ParsedLine {
    var parser = LineParser(line, grammar, choices: choices)
    return try parser.parse()
  }

  /// The flag as it was given last: the last one wins.
  func last(_ name: Flag.Name) -> GivenFlag? { given.last { $0.name == name.rawValue } }

  func value(of name: Flag.Name) -> CommandLine.Argument? { last(name)?.value }

  /// The values of an option that may be repeated.
  func values(of name: Flag.Name) -> [CommandLine.Argument] {
    given.filter { $0.name == name.rawValue }.compactMap(\.value)
  }

  /// Whether what is read and written is reported: of `-q` and `-v` the last one wins.
  var isVerbose: Bool { loudness == "verbose" }

  /// Whether only results and errors are reported.
  var isQuiet: Bool { loudness == "quiet" }

  private var loudness: String? { given.last { ["quiet", "verbose"].contains($0.name) }?.name }

  /// The arguments that say what the schedule is, without the command and what becomes of the picture.
  var scheduleWords: [String] {
    let aside: Set<Flag.Scope> = [.naming, .output, .picture, .rendering, .batch, .everywhere]
    let others = given.filter { given in Flag.all.contains { $0.name == given.name && aside.contains($0.scope) } }
    let word = command.flatMap { word in links.contains { $0.word.range == word.range } ? nil : word.range }
    let ranges = (others.flatMap { [$0.typed.range, $0.value?.range] } + [word]).compactMap { $0 }
    return line.arguments.filter { argument in
      !ranges.contains { $0.lower < argument.range.upper && argument.range.lower < $0.upper }
    }.map(\.text)
  }

  func has(_ name: Flag.Name) -> Bool { given.contains { $0.name == name.rawValue } }
}

extension ParameterDescription {
  /// The name as one types it: `start-factor`, and `tmax` for `T_max`, which people say in one word.
  var flagName: String {
    let words = name.lowercased().split(separator: "_")
    guard let first = words.first, first.utf8.count == 1, words.count > 1, name.first?.isUppercase == true else {
      return words.joined(separator: "-")
    }
    return ([first + words[1]] + words.dropFirst(2)).joined(separator: "-")
  }
}
