import Diagnostics
import Schedules
import Text

/// What to say about options that mean nothing where they stand.
extension LineParser {
  /// That an option is not known here, and what was probably meant.
  func unknown(_ typed: CommandLine.Argument) -> Failure {
    if let flag = Flag.all.first(where: { $0.isTyped(typed.text) }), parameter(beginningWith: typed.text) == nil {
      let subject = parsed.links.last?.kind.typedName ?? parsed.command?.text ?? "lrplot"
      return line.failure(
        "“\(typed.text)” is not an option of \(subject)", at: typed.range, hint: otherWay(to: flag))
    }
    if typed.text.holds(" "), let option = typed.text.parts(between: " ").first,
      known.meaning(of: option) != nil || self.option(option) != nil
    {
      return line.failure("unknown option “\(typed.text)”", at: typed.range, hint: "without the quotes: \(typed.text)")
    }
    if let owner = owner(of: typed), let link = parsed.links.last {
      return line.failure(
        "\(link.kind.typedName) has no option “\(typed.text)”", at: typed.range,
        hint: "it belongs after “\(owner.text)”")
    }
    // A kind's flag after a word that would be one, were it spelled right.
    if grammar.acceptsKind, parsed.links.isEmpty, let word = parsed.operands.first,
      !word.text.utf8.contains(where: { "./".utf8.contains($0) })
    {
      return Command.noKind(word, of: line)
    }
    if parsed.command != nil, parsed.links.isEmpty, known.scopes.contains(.spec), let word = parsed.operands.first,
      let kind = Catalogue.kind(named: word.text)
    {
      let command = parsed.command?.text ?? "lrplot"
      return line.failure(
        "\(command) takes schedule files, and “\(word.text)” is a kind", at: word.range,
        hint: ["render", "watch"].contains(command)
          ? "`lrplot \(kind.typedName) \(typed.text) …` draws a kind"
          : "make a file of it: lrplot \(kind.typedName) \(typed.text) … --print-spec > schedule.json")
    }
    return line.failure("unknown option “\(typed.text)”", at: typed.range, hint: hint(for: typed))
  }

  private func option(_ text: String) -> KnownFlags.Meaning? {
    let argument = CommandLine.Argument(text: text, range: line.end)
    return synonym(of: argument)?.meaning
  }

  private func hint(for typed: CommandLine.Argument) -> String {
    let name = String(typed.text.drop { $0 == "-" })
    if parsed.command?.text == "at", ["step", "steps", "epoch", "epochs"].contains(name.folded) {
      return "steps come after the schedule: lrplot at schedule.json 30"
    }
    // Right but for the hyphens.
    if known.meaning(of: "--\(name)") != nil { return "did you mean “--\(name)”?" }
    let sides = typed.text.parts(between: ":")
    if sides.count == 2, known.meaning(of: sides[0]) != nil {
      return "did you mean “\(sides[0]) \(sides[1].shellQuoted)”?"
    }
    if let whole = parameter(beginningWith: typed.text) { return "did you mean “--\(whole.flagName)”?" }
    if let advice = advice(name) ?? Synonym.advice(name) ?? parameter(typed) { return advice }
    if let near = Diagnostic.suggestion(known.nearest(to: typed.text)) { return near }
    if let kind = currentKind { return "`lrplot help \(kind.typedName)` lists its options" }
    return parsed.command.flatMap { Command.named($0.text) }.map { "`lrplot help \($0.name)` lists its options" }
      ?? "`lrplot help` lists the options"
  }

  /// What to do instead of an option that belongs to other commands.
  private func otherWay(to flag: Flag) -> String? {
    if [.run, .chain].contains(flag.scope), known.scopes.contains(.spec) { return ownWay(to: flag) }
    let owners = Command.all.filter { $0.scopes.contains(flag.scope) }.map(\.name)
    guard let last = owners.last else { return "`lrplot help` lists the options" }
    let names = owners.count > 1 ? "\(owners.dropLast().joined(by: ", ")) and \(last)" : last
    return "it is an option of \(names)"
  }

  /// The one parameter of the kind whose name begins with what was typed, or that `--decay` means.
  private func parameter(beginningWith typed: String) -> ParameterDescription? {
    guard currentKind != nil, typed.begins(with: "--"), typed.utf8.count > 4 else { return nil }
    let name = typed.dropping(first: 2).folded
    let found = known.parameters.filter {
      $0.name.folded.begins(with: name) || name.isSame(as: "decay") && $0.role == .factor
    }
    return found.count == 1 ? found.first : nil
  }

  /// What to do instead of an option of another tool.
  private func advice(_ name: String) -> String? {
    if let kind = currentKind, let meant = RoleName(name) { return advice(meant, for: kind) }
    guard let ours = Synonym.flag(name) ?? Synonym.hyperparameter(name) else {
      return nil
    }
    if let flag = Flag.all.first(where: { $0.name == ours }) {
      return known.scopes.contains(.spec) && parsed.command.flatMap({ Command.named($0.text) }) != nil
        ? otherWay(to: flag) : "“--\(ours)” is an option of a kind: for example, lrplot cosine --tmax 50 --\(ours) …"
    }
    return known.scopes.contains(.spec) ? "for a schedule file, --set optimizer.\(ours)=… changes it" : nil
  }

  /// What a kind has in place of a parameter that is called otherwise, or counted in something else.
  private func advice(_ meant: RoleName, for kind: Kind) -> String? {
    let unit = countsSamples ? "samples" : kind.family.interval == .step ? "steps" : "epochs"
    if let parameter = known.parameters.first(where: { $0.role == meant.role }) {
      // Where it has been given already, something else is meant.
      if parsed.given.contains(where: { $0.name == parameter.name && $0.link == parsed.links.count - 1 }) { return nil }
      let isLength = parameter.takesParts
      if meant.isRatio, isLength { return "--\(parameter.flagName) 6%, for example" }
      let mode = meant.role == .threshold ? known.parameters.first { $0.role == .thresholdMode } : nil
      let difference = mode.map { ", and --\($0.flagName) abs makes it a difference" } ?? ""
      return "\(kind.typedName) calls it --\(parameter.flagName)\(isLength ? ", counted in \(unit)" : difference)"
    }
    switch meant.role {
    case .warmup: return "--warmup N prepends N \(unit) of linear warm-up, --warmup 6% a fraction of the run"
    case .peak: return "the highest rate of \(kind.typedName) is --lr"
    case .floor:
      return "\(kind.typedName) takes no lowest rate as such; `lrplot help \(kind.typedName)` lists its options"
    case .length:
      return "\(kind.typedName) has no length of its own; --epochs N and --steps N are those of the run"
    case .hold, .decay, .cycle, .period, .milestones:
      return "\(kind.typedName) has nothing like it; `lrplot help \(kind.typedName)` lists its options"
    default: return nil
    }
  }

  /// What to do with the parameter of a kind, where that kind is not named.
  private func parameter(_ typed: CommandLine.Argument) -> String? {
    guard typed.text.begins(with: "--") else { return nil }
    for kind in Catalogue.kinds {
      let parameters = kind.declaration.parameters
      let name = KnownFlags(scopes: [], parameters: parameters).meaning(of: typed.text)?.name
      guard let parameter = parameters.first(where: { $0.name == name }) else { continue }
      if currentKind != nil { return "it is an option of other kinds: for example, \(kind.typedName)" }
      if parsed.command == nil {
        return "it is an option of a kind: for example, lrplot \(kind.typedName) \(typed.text) …"
      }
      return known.scopes.contains(.spec)
        ? "for a schedule file, --set scheduler.\(parameter.name)=… changes it" : nil
    }
    return nil
  }

  /// How a schedule file says what a flag says of a run.
  private func ownWay(to flag: Flag) -> String {
    guard let path = flag.path, known.scopes.contains(.spec) else { return "a schedule file says that itself" }
    return "for a schedule file, --set \(path)=… changes it"
  }

  /// The kind elsewhere in the chain that a flag is for.
  private func owner(of typed: CommandLine.Argument) -> CommandLine.Argument? {
    let joined = line.arguments.indices.compactMap { index -> CommandLine.Argument? in
      let (flag, attached) = line.arguments[index].flagAndValue
      guard flag.text.begins(with: "--"), ChainLink.Connective(flag: flag.text.dropping(first: 2)) != nil else {
        return nil
      }
      return attached ?? (index + 1 < line.arguments.count ? line.arguments[index + 1] : nil)
    }
    return (parsed.links.prefix(1).map(\.word) + joined).first { word in
      let parameters = Catalogue.kind(named: word.text)?.declaration.parameters ?? []
      return KnownFlags(scopes: [], parameters: parameters).meaning(of: typed.text) != nil
    }
  }
}
