import Diagnostics
import Schedules
import Text

/// The flags that a command line may hold: those of its command, and the parameters of its kind.
struct KnownFlags {
  /// What a typed flag means.
  struct Meaning {
    /// Its name in `Flag.all`, or of the kind's parameter.
    let name: String
    let takesValue: Bool
    /// Whether it is a switch that can be given as `--switch=false` too.
    var mayTakeValue = false
    var isNegated = false
    /// Whether it is a parameter of a kind, and no option of ours.
    var isParameter = false

    /// Whether it says something about the schedule: a parameter, or an option of the run that does not name a kind.
    var isOfSchedule: Bool {
      guard let flag = Flag.all.first(where: { $0.name == name }) else { return true }
      return flag.scope == .run || flag.scope == .chain && !ChainLink.isNamed(behind: name)
    }
  }

  let scopes: [Flag.Scope]
  /// The parameters of the kind whose flags are expected now.
  var parameters: [ParameterDescription]

  func meaning(of typed: String) -> Meaning? {
    guard typed.begins(with: "--") else {
      return flags.first { $0.isTyped(typed) }.map { Meaning(name: $0.name, takesValue: $0.value != nil) }
    }
    let word = typed.dropping(first: 2)
    // A parameter that a kind requires wins over other meanings of its name, and so do its milestones: they may be “steps”.
    let own = parameters.first { $0.name.isFolded(equalTo: word) && ($0.isRequired || $0.role == .milestones) }
    if let parameter = own {
      return Meaning(name: parameter.name, takesValue: true, isParameter: true)
    }
    if let flag = flags.first(where: { $0.name.isFolded(equalTo: word) }) {
      return Meaning(name: flag.name, takesValue: flag.value != nil, mayTakeValue: flag.isNegatable)
    }
    if let parameter = parameters.first(where: { $0.name.isFolded(equalTo: word) }) {
      let isSwitch = parameter.valueType.required == .boolean
      return Meaning(name: parameter.name, takesValue: !isSwitch, mayTakeValue: isSwitch, isParameter: true)
    }
    guard word.begins(with: "no-") else { return nil }
    let opposite = word.dropping(first: 3)
    if let flag = flags.first(where: { $0.isNegatable && $0.name.isFolded(equalTo: opposite) }) {
      return Meaning(name: flag.name, takesValue: false, isNegated: true)
    }
    return parameters.first { $0.valueType.required == .boolean && $0.name.isFolded(equalTo: opposite) }.map {
      Meaning(name: $0.name, takesValue: false, isNegated: true, isParameter: true)
    }
  }

  /// The flag that was probably meant, as it is typed.
  func nearest(to typed: String) -> String? {
    let switches =
      flags.filter(\.isNegatable).map { "no-\($0.name)" }
      + parameters.filter { $0.valueType.required == .boolean }.map { "no-\($0.flagName)" }
    let names = parameters.map(\.flagName) + flags.map(\.name) + switches
    let word = String(typed.drop { $0 == "-" })
    // Every name is close to a single letter.
    if word.utf8.count == 1 { return names.contains(word) ? "--\(word)" : nil }
    return Nearest.match(for: word, among: names).map { "--\($0)" }
  }

  /// Whether a word is a flag, so that it is hardly the value of the one before it.
  ///
  /// A misspelt flag is one too: to take `--lrr` for a title would hide the mistake.
  func isFlag(_ word: CommandLine.Argument) -> Bool {
    guard word.text.begins(with: "-"), word.text.utf8.count > 1, word.text != "--",
      word.typedNumber == nil
    else { return false }
    let typed = word.flagAndValue.flag.text
    guard word.text.begins(with: "--") else { return typed == word.text && meaning(of: typed) != nil }
    return meaning(of: typed) != nil || nearest(to: typed) != nil
  }

  private var flags: some Sequence<Flag> {
    let areOfConfigurations = scopes.contains(.configuration)
    let areOfLogs = scopes.contains(.logs)
    return Flag.all.lazy.filter { flag in
      scopes.contains(where: flag.isOf) || areOfConfigurations && ImportOptions.accepts(flag.name)
        || areOfLogs && flag.option == .group
    }
  }

  /// Where a schedule file says what a flag does.
  static func path(of name: String) -> String? { Flag.all.first { $0.name == name }?.path }
}
