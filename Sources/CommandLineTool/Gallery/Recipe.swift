import Diagnostics
import JSON
import Text

/// A schedule file of the gallery, as the program carries it.
struct Recipe: Sendable {
  /// The path below `schedules/` without its ending: `language/llama-3-405b`.
  let name: String
  /// The file, byte for byte.
  let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// The folder that it lies in; empty for the examples of one kind each.
  var folder: String { name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[..<$0]) } ?? "" }
  /// The last part of its name, which is enough to ask for it.
  var stem: String { name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[name.index(after: $0)...]) } ?? name }

  /// The file's content; an empty object if it were not JSON, which a test rules out.
  var document: Value {
    do throws(Diagnostic) {
      return try Scanner.read(Source(name: name, bytes: Bytes(text.utf8)))
    } catch {
      return .object([])
    }
  }
}

extension Recipe {
  /// Those that have every word in their name, title, description, source, or kinds.
  static func search(_ words: [String]) -> [Recipe] {
    let wanted = words.flatMap { SearchText.folded($0).split(separator: " ").map(String.init) }
    return all.filter { recipe in
      let text = SearchText(recipe.name + "\n" + recipe.document.strings(except: ["$comment"]).joined(separator: "\n"))
      return wanted.allSatisfy(text.contains)
    }
  }

  /// The recipe of this name or stem.
  static func named(_ word: String) -> Recipe? {
    let wanted = word.utf8.suffix(5).elementsEqual(".json".utf8) ? String(word.dropLast(5)) : word
    return all.first { $0.name.isFolded(equalTo: wanted) } ?? all.first { $0.stem.isFolded(equalTo: wanted) }
  }
}

extension Value {
  /// Every text anywhere in it, but for those under some keys.
  fileprivate func strings(except keys: [String]) -> [String] {
    switch content {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap { $0.strings(except: keys) }
    case .object(let members):
      members.filter { member in !keys.contains { $0.utf8.elementsEqual(member.key.utf8) } }
        .flatMap { $0.value.strings(except: keys) }
    default: []
    }
  }
}
