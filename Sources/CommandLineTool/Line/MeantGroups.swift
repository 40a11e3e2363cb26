import Schedules
import Text

/// Param groups that are written otherwise than as `NAME:lr=RATE,weight_decay=0`: with the wrong separators, several in
/// one option, or a rate right after the name.
struct MeantGroups {
  private struct Group {
    var name: String?
    var values: [String] = []

    /// The option as it is typed.
    var option: String {
      let values = values.joined(by: ",")
      let text = name.map { values.isEmpty ? $0 : "\($0):\(values)" } ?? values
      return "--group \(text.shellQuoted)"
    }
  }

  private var groups: [Group] = []

  /// What was meant by a text; `nil` where that is not clear.
  init?(_ text: String) {
    if text.utf8.contains(where: { "{}[]\"".utf8.contains($0) }) { return nil }
    for word in MeantGroups.words(of: text) where !take(word) { return nil }
    if groups.isEmpty { return nil }
  }

  /// The options that say it.
  var options: String { groups.map(\.option).joined(by: " ") }

  /// What a text should be, if it is not a group as `--group` takes one.
  static func correction(of text: String) -> String? {
    let isGood = text.utf8.contains { "{}[]\"".utf8.contains($0) } || isGroup(text)
    return isGood ? nil : MeantGroups(text)?.options
  }

  /// The words between separators; what follows a colon or an equals sign belongs to it.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.parts(between: ",").flatMap({ $0.parts(between: ";") }).flatMap({ $0.parts(between: " ") })
    where !word.isEmpty {
      if let last = words.last, last.ends(with: ":") || last.ends(with: "=") || word.begins(with: "=") {
        words[words.count - 1] = last + word
      } else {
        words.append(word)
      }
    }
    return words
  }

  private mutating func take(_ word: String) -> Bool {
    let sides = word.parts(between: "=")
    guard sides.count <= 2, let key = sides.first, !key.isEmpty else { return false }
    let names = key.parts(between: ":")
    guard sides.count == 2, let value = sides.last else {
      // backbone, backbone:1e-4, backbone:lr:1e-4, and 1e-4 alone.
      if let rate = names.last, Decimal.readTyped(rate) != nil {
        if names.count == 1 { groups.append(Group()) } else { groups.append(Group(name: names[0])) }
        return add("lr=\(rate)")
      }
      if OptimizerReader.isParameter(key) || Synonym.ofGroup(key) != nil { return false }
      groups.append(Group(name: names[0]))
      return names.count == 1 || names.count == 2 && names[1].isEmpty
    }
    if names.count == 2 {
      groups.append(Group(name: names[0]))
      return add("\(names[1])=\(value)")
    }
    if key.isFolded(equalTo: "name") {
      groups.append(Group(name: value))
      return true
    }
    if OptimizerReader.isParameter(key) || Synonym.ofGroup(key) != nil {
      if groups.isEmpty { groups.append(Group()) }
      return add(word)
    }
    guard Decimal.readTyped(value) != nil else { return false }
    groups.append(Group(name: key))
    return add("lr=\(value)")
  }

  private mutating func add(_ value: String) -> Bool {
    groups[groups.count - 1].values.append(value)
    return true
  }

  /// Whether a text is one group: `NAME`, `NAME:lr=1e-4,weight_decay=0`, or values without a name.
  private static func isGroup(_ text: String) -> Bool {
    if text.holds(";") || Decimal.readTyped(text) != nil { return false }
    guard text.holds("=") else { return !text.holds(":") && !text.holds(",") && !text.holds(" ") }
    let start = text.parts(between: "=").first?.parts(between: ":") ?? []
    let values = start.count > 1 ? text.dropping(first: start[0].utf8.count + 1) : text
    return start.count <= 2
      && values.parts(between: ",").allSatisfy { pair in
        let sides = pair.parts(between: "=")
        let key = sides[0].parts(between: " ").joined()
        return sides.count == 2 && !key.holds(":")
          && (start.count > 1 || OptimizerReader.isParameter(key)
            || Synonym.ofGroup(key) != nil)
          && sides[1].parts(between: " ").filter { !$0.isEmpty }.count == 1
      }
  }
}
