import Diagnostics
import Schedules
import Text

/// What to say of options that mean nothing where they stand.
extension LineParser {
  /// What to do instead of an option that belongs to other commands.
  private func otherWay(to flag: Flag) -> String? {
    if [.run, .chain].contains(flag.scope) { return ownWay(to: flag) }
    return "`lrplot help` lists the options"
  }

  /// That an option is not known here, and what was probably meant.
  func unknown(_ typed: CommandLine.Argument) -> Failure {
    if let flag = Flag.all.first(where: { $0.isTyped(typed.text) }) {
      return line.failure("“\(typed.text)” has no meaning here", at: typed.range, hint: otherWay(to: flag))
    }
    if let owner = owner(of: typed), let link = parsed.links.last {
      return line.failure(
        "\(link.kind.typedName) has no option “\(typed.text)”", at: typed.range,
        hint: "it belongs behind “\(owner.text)”")
    }
    // A kind's flag behind a word that would be one, were it spelled right.
    if grammar.acceptsKind, parsed.links.isEmpty, let word = parsed.operands.first,
      !word.text.utf8.contains(where: { "./".utf8.contains($0) })
    {
      return Command.noKind(word, of: line)
    }
    if parsed.command != nil, parsed.links.isEmpty, known.scopes.contains(.spec), let word = parsed.operands.first,
      let kind = Catalogue.kind(named: word.text)
    {
      return line.failure(
        "\(parsed.command?.text ?? "lrplot") takes schedule files, and “\(word.text)” is a kind", at: word.range,
        hint: "`lrplot \(kind.typedName) \(typed.text) …` draws a kind")
    }
    return line.failure(
      "there is no option “\(typed.text)”", at: typed.range,
      hint: parameter(typed) ?? Diagnostic.suggestion(known.nearest(to: typed.text))
        ?? "`lrplot help` lists the options")
  }

  /// What to do with the parameter of a kind, where that kind is not named.
  private func parameter(_ typed: CommandLine.Argument) -> String? {
    guard typed.text.begins(with: "--") else { return nil }
    for kind in Catalogue.kinds {
      let parameters = kind.declaration.parameters
      let name = KnownFlags(scopes: [], parameters: parameters).meaning(of: typed.text)?.name
      guard let parameter = parameters.first(where: { $0.name == name }) else { continue }
      if !parsed.links.isEmpty { return "it is an option of other kinds: for example, \(kind.typedName)" }
      if parsed.command == nil {
        return "it is an option of a kind: for example, lrplot \(kind.typedName) \(typed.text) …"
      }
      return known.scopes.contains(.spec)
        ? "a schedule file says that itself; --set scheduler.\(parameter.name)=… changes it" : nil
    }
    return nil
  }

  /// How a schedule file is told what a flag says of a run.
  private func ownWay(to flag: Flag) -> String {
    guard let path = flag.path, known.scopes.contains(.spec) else { return "a schedule file says that itself" }
    return "a schedule file says that itself; --set \(path)=… changes it"
  }

  /// The kind elsewhere in the chain that a flag is for.
  private func owner(of typed: CommandLine.Argument) -> CommandLine.Argument? {
    let joined = line.arguments.indices.compactMap { index -> CommandLine.Argument? in
      let (flag, attached) = line.arguments[index].flagAndValue
      guard flag.text.begins(with: "--"), ChainLink.Joint(flag: flag.text.dropping(first: 2)) != nil else {
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
