import Diagnostics
import Schedules
import Text

/// Options of other tools, understood where they mean exactly what one of ours does.
extension LineParser {
  /// What an option means that has no meaning under its own name.
  func synonym(of typed: CommandLine.Argument) -> (meaning: KnownFlags.Meaning, isRatio: Bool)? {
    guard typed.text.begins(with: "--"), typed.text.utf8.count > 2 else { return nil }
    let name = typed.text.dropping(first: 2)
    if let kind = currentKind, let meant = RoleName(name), meant.role != .threshold {
      if let parameter = parameter(meant, of: kind) {
        return (KnownFlags.Meaning(name: parameter.name, takesValue: true, isParameter: true), meant.isRatio)
      }
      if meant.role == .warmup, known.parameters.allSatisfy({ $0.role != .warmup }), suits(meant, kind),
        let meaning = known.meaning(of: "--warmup")
      {
        return (meaning, meant.isRatio)
      }
    }
    if let flag = Synonym.flag(name), let meaning = known.meaning(of: "--\(flag)") { return (meaning, false) }
    if known.scopes.contains(.run), let own = Synonym.hyperparameter(name) {
      let isSwitch = own == "nesterov"
      return (KnownFlags.Meaning(name: "optimizer.\(own)", takesValue: !isSwitch, mayTakeValue: isSwitch), false)
    }
    return nil
  }

  /// The kind whose options come next.
  var currentKind: Kind? { parsed.links.last?.kind ?? kindAhead }

  /// The one parameter of a kind that does what a name says, in the same unit.
  private func parameter(_ meant: RoleName, of kind: Kind) -> ParameterDescription? {
    var all = known.parameters.filter { $0.role == meant.role }
    // What one trainer calls the epochs of decay is what another calls a period.
    if all.isEmpty, meant.role == .decay { all = known.parameters.filter { $0.role == .period } }
    // Of several lengths the one that is called so but for what it counts: lr_warmup_iters, lr_warmup_steps.
    if all.count > 1, meant.unit == .step { all = all.filter { RoleName($0.name) == meant } }
    guard all.count == 1, let parameter = all.first, suits(meant, kind) else { return nil }
    if meant.isRatio { return parameter.takesParts ? parameter : nil }
    guard meant.role == .length, meant.unit != nil else { return parameter }
    // What says how long the run is fills a length that is missing; a kind that has one by default would keep it.
    if meant.unit == .epoch { return nil }
    let hasOwn = parameter.standard.map { !$0.isSame(as: "null") } ?? false
    return hasOwn || meant.isTotal && kind.family.interval == .step ? parameter : nil
  }

  /// Whether a name counts what the kind counts, or does not say.
  func suits(_ meant: RoleName, _ kind: Kind) -> Bool {
    guard let unit = meant.unit else { return true }
    if countsSamples { return false }
    let own = intervalOnLine ?? kind.family.interval
    // Where nothing says how many steps an epoch has, it has one.
    return unit == own || unit == .step && !line.arguments.contains(where: isEpochLength)
  }

  /// Whether the lengths of the kind are samples here, which iterations are not.
  var countsSamples: Bool {
    known.parameters.contains { $0.role == .increment }
      && line.arguments.contains { argument in
        let name = argument.flagAndValue.flag.text.dropping(first: 2)
        return argument.text.begins(with: "--")
          && ["global-batch-size", "increment"].contains { name.isFolded(equalTo: $0) || Synonym.flag(name) == $0 }
      }
  }

  /// What `--interval` says, wherever it stands.
  private var intervalOnLine: Interval? {
    for (index, argument) in line.arguments.enumerated() {
      let (flag, attached) = argument.flagAndValue
      guard flag.text.begins(with: "--"), flag.text.dropping(first: 2).isFolded(equalTo: "interval") else { continue }
      let value = attached ?? (index + 1 < line.arguments.count ? line.arguments[index + 1] : nil)
      return value.map { $0.text.holds("step") ? .step : .epoch }
    }
    return nil
  }

  /// Whether an argument says how many steps an epoch has.
  private func isEpochLength(_ argument: CommandLine.Argument) -> Bool {
    guard argument.text.begins(with: "--") else { return false }
    let name = argument.flagAndValue.flag.text.dropping(first: 2)
    return ["steps-per-epoch", "dataset-size"].contains { own in
      name.isFolded(equalTo: own) || Synonym.flag(name) == own
    }
  }
}
