import Schedules
import Text

/// The kinds as a list, family by family, and the search in it.
enum KindList {
  /// Families and their kinds as two columns; families without kinds are left out.
  static func text(of kinds: [Kind]) -> String {
    let families = Catalogue.families.map { family in (family, kinds.filter { $0.family.name == family.name }) }
    return families.filter { !$0.1.isEmpty }.map { family, kinds in
      let prefix = family.isDefault ? "" : " (\(family.name).…)"
      let width = kinds.filter { $0.short != nil }.map { $0.typedName.count + 2 }.max() ?? 0
      let rows = kinds.map { kind in
        // A kind without a short name is typed by its full one, which may as well stand in the first column.
        let typed = kind.typedName + String(repeating: " ", count: max(2, width - kind.typedName.count))
        return (kind.short == nil ? kind.fullName : typed + kind.fullName, kind.summary)
      }
      return "\(family.title)\(prefix)\n\(Manual.table(rows))\n"
    }.joined(separator: "\n")
  }

  /// The kinds that have every word, or what it means, somewhere in their names, their family or what is said about them.
  static func search(_ words: [String]) -> [Kind] {
    let wanted = Jargon.alternatives(to: words.flatMap { SearchText.folded($0).split(separator: " ").map(String.init) })
    return Catalogue.kinds.filter { kind in
      let said = [
        kind.fullName, kind.typedName, kind.family.name, kind.family.title, kind.summary, kind.formula, kind.differs,
        kind.source,
      ]
      let text = SearchText(said.compactMap { $0 }.joined(separator: "\n"))
      return wanted.allSatisfy { $0.contains(where: text.contains) }
    }
  }

  /// Other kinds of the same name, elsewhere: the cousins that one may have meant.
  static func cousins(of kind: Kind) -> [Kind] {
    let names = [kind.name, kind.short].compactMap { $0 }
    return Catalogue.kinds.filter { other in
      other.fullName != kind.fullName && names.contains { name in other.isCalled("\(other.family.name).\(name)") }
    }
  }
}
