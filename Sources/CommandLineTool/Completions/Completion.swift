import Charts
import Curves
import Imports
import Logs
import Schedules

/// What a shell may offer at each place of a command line, made from the tables of commands, flags and kinds.
struct Completion {
  /// A word, and a short description of it.
  struct Candidate {
    let word: String
    let help: String
  }

  /// What stands after an option.
  enum Value: Equatable {
    /// Nothing: it is a switch.
    case none
    /// Something that cannot be guessed.
    case anything
    case path
    case words([String])
    /// The name of a value, and “=” after it: an option of the kind, or a path in a schedule file.
    case name
  }

  struct Option {
    /// As it is typed: `--output`, and `-o` where there is one.
    let names: [String]
    let help: String
    let value: Value
  }

  /// What may follow one of `names`.
  struct Context {
    let names: [String]
    /// Those of a command, or the parameters of a kind.
    let options: [Option]
    let isKind: Bool
    /// Whether it works on files.
    let takesFiles: Bool
    /// The words it takes otherwise.
    let operands: [String]
  }

  static var commands: [Candidate] { Command.all.map { Candidate(word: $0.name, help: $0.summary) } }
  static var kinds: [Candidate] { Catalogue.kinds.map { Candidate(word: $0.typedName, help: $0.summary) } }

  /// A context for each command and each kind; the flags of a kind are its parameters and those of a run.
  static var contexts: [Context] {
    let ofCommands = Command.all.map { command in
      Context(
        names: [command.name], options: command.scopes.flatMap(options), isKind: false,
        takesFiles: command.operands.contains(.file), operands: command.operands.flatMap(words))
    }
    let ofKinds = Catalogue.kinds.map { kind in
      let typed = kind.typedName
      return Context(
        names: typed == kind.fullName ? [typed] : [typed, kind.fullName],
        options: kind.declaration.parameters.map(option), isKind: true, takesFiles: false, operands: [])
    }
    return ofCommands + ofKinds
  }

  /// The options of a line that draws a kind.
  static var ofPlots: [Option] { PlotCommand.scopes.flatMap(options) }
  /// The options that a kind brings to a command that takes it in place of a file.
  static var ofRuns: [Option] { LineParser.scopesOfKind.flatMap(options) }
  /// The commands that take a kind in place of a file.
  static var takingKinds: [String] { Command.all.filter(\.acceptsKind).map(\.name) }
  /// What a schedule file says by itself, as `--set` and `--sweep` name it.
  static var paths: [String] {
    var paths: [String] = []
    for path in Flag.all.compactMap(\.path) + ["scheduler.", "title"] where !paths.contains(path) { paths.append(path) }
    return paths
  }

  /// What may stand after an option, in the order in which a script should ask: first where a kind has words of its own
  /// for it, then the flags, then the switches, which nothing follows.
  static var values: [(contexts: [String], names: [String], value: Value)] {
    var values: [(contexts: [String], names: [String], value: Value)] = []
    var switches: [String] = []
    for context in contexts where context.isKind {
      for option in context.options where !isFlag(option) {
        if case .words = option.value { values.append((context.names, option.names, option.value)) }
        if option.value == .none { switches += option.names.filter { !switches.contains($0) } }
      }
    }
    for command in Command.all where command.scopes.contains(.reporting) {
      values += options(.reporting).map { ([command.name], $0.names, $0.value) }
    }
    let flags = Flag.Scope.allCases.filter { $0 != .reporting }.flatMap(options)
    values += flags.filter { $0.value != .none && $0.value != .anything }.map { ([], $0.names, $0.value) }
    switches += flags.filter { $0.value == .none }.flatMap(\.names)
    return values + [([], switches, .none)]
  }

  /// Whether an option says something of a run that may be swept.
  static func isSwept(_ option: Option) -> Bool {
    option.value != .none && Flag.all.contains { option.names[0] == "--\($0.name)" && $0.scope == .run }
  }

  private static func isFlag(_ option: Option) -> Bool { Flag.all.contains { option.names[0] == "--\($0.name)" } }

  private static func words(of operand: Command.Operand) -> [String] {
    switch operand {
    case .file: []
    case .kind: kinds.map(\.word)
    case .command: commands.map(\.word) + Topic.all.map(\.name)
    case .family: Catalogue.families.map(\.name)
    case .recipe: Recipe.all.map(\.stem)
    case .shell: CompletionsCommand.shells.map(\.name)
    }
  }

  private static func options(_ scope: Flag.Scope) -> [Option] {
    Flag.all.filter { $0.isOf(scope) }.map { flag in
      Option(
        names: ["--\(flag.name)"] + (flag.short.map { ["-\($0)"] } ?? []), help: flag.help, value: flag.completion)
    }
  }

  static func option(_ parameter: ParameterDescription) -> Option {
    let isSwitch = parameter.valueType.required == .boolean
    return Option(
      names: ["--\(parameter.flagName)"] + (isSwitch ? ["--no-\(parameter.flagName)"] : []), help: parameter.help,
      value: isSwitch ? .none : words(of: parameter.valueType.required).map(Value.words) ?? .anything)
  }

  private static func words(of type: ValueType) -> [String]? {
    if case .choice(let words) = type { words } else { nil }
  }
}

extension Flag {
  /// What a shell may offer after it.
  var completion: Completion.Value {
    guard let value else { return .none }
    switch option {
    case .optimizer: return .words(OptimizerType.all.map(\.name))
    case .interval: return .words(Interval.allCases.map(\.rawValue))
    case .format:
      return .words(scope == .reporting ? ReportForm.allCases.map(\.rawValue) : Format.allCases.map(\.rawValue))
    case .color: return .words(["auto", "always", "never"])
    case .metric: return .path
    case .x: return .words(AxisUnit.allCases.map(\.rawValue))
    case .y, .xScale: return .words(PlotOptions.ValueScale.allCases.map(\.rawValue))
    case .curve: return .words(PlotOptions.CurveStyle.allCases.map(\.rawValue))
    case .theme: return .words(Theme.allCases.map(\.rawValue))
    case .background: return .words(["auto", "none"])
    case .logForm: return .words(LogForm.allCases.map(\.rawValue))
    case .restore: return .words(Restoration.allCases.map(\.rawValue) + ["all"])
    case .shape: return .words(BranchCommand.Shape.allCases.map(\.rawValue))
    case .from: return .words(Trainer.allCases.map(\.rawValue))
    case .allow: return .words(LintRule.allCases.map(\.rawValue))
    case .then, .and, .vs: return .words(Completion.kinds.map(\.word))
    case .set, .sweep, .after: return .name
    default: return ["PATH", "FILE", "DIR"].contains(value) ? .path : .anything
    }
  }
}
