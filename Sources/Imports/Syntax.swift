import Diagnostics
import JSON
import Text

/// How a configuration is written.
enum Syntax {
  case json, yaml, toml, python, flags, prototext
  /// Darknet's sections.
  case sections
  /// spaCy's sections of JSON values.
  case jsonSections

  /// The syntax of a text, by its lines; the name of a file says nothing.
  static func of(_ bytes: Bytes) -> Syntax {
    var lines = Lines(bytes)
    if lines.firstByte == UInt8(ascii: "{") { return .json }
    lines.look()
    if lines.hasHeader {
      if lines.hasReference { return .jsonSections }
      let isDarknet = lines.firstHeader == "net" || lines.firstHeader == "network"
      return isDarknet && !lines.hasQuotes && !lines.beginsWithKey ? .sections : .toml
    }
    if lines.hasShebang || lines.hasFlag && !lines.hasKey { return .flags }
    if lines.hasPython { return .python }
    if lines.hasPolicy { return .prototext }
    if lines.hasAssignment, !lines.hasKey { return .toml }
    return lines.hasFlag && !lines.hasTopKey ? .flags : .yaml
  }

  /// Reads a text; repeated sections give the first, or spaCy's all.
  static func read(_ source: Source) throws(Diagnostic) -> (root: Datum, syntax: Syntax, words: [String]) {
    let syntax = of(source.bytes)
    switch syntax {
    case .json: return (Datum(try Scanner.read(source)), syntax, [])
    case .yaml: return (try YAML.read(source.bytes), syntax, [])
    case .toml: return (try TOML.read(source.bytes), syntax, [])
    case .python: return (try PythonLiterals.read(source.bytes), syntax, [])
    case .prototext: return (try ProtobufText.read(source.bytes), syntax, [])
    case .flags:
      let read = try ShellWords.read(source.bytes)
      return (read.flags, syntax, read.words)
    case .sections:
      let sections = try Sections.read(source.bytes, .plain)
      let first = sections.first
      let range = first?.nameRange ?? SourceRange(0, 0)
      return (Datum(.table(first?.entries ?? []), at: range), syntax, [])
    case .jsonSections: return (try nested(Sections.read(source.bytes, .json)), syntax, [])
    }
  }

  /// Sections such as `[training.optimizer]` as tables in tables.
  private static func nested(_ sections: [Sections.Section]) throws(Diagnostic) -> Datum {
    var root: [Entry] = []
    guard sections.count <= 1000 else {
      throw Diagnostic(.import, "more than 1000 sections", at: sections[1000].nameRange)
    }
    for section in sections {
      let path = section.name.split(separator: ".").map(String.init)
      guard path.count <= 16 else { throw Diagnostic(.import, "nested deeper than 16", at: section.nameRange) }
      var inner = Datum(.table(section.entries), at: section.nameRange)
      for name in path.dropFirst().reversed() {
        inner = Datum(.table([Entry(name, at: section.nameRange, inner)]), at: section.nameRange)
      }
      guard let name = path.first else { continue }
      root = Conversion.merge(root, under: [Entry(name, at: section.nameRange, inner)])
    }
    return Datum(.table(root), at: sections.first?.nameRange ?? SourceRange(0, 0))
  }
}

/// What the lines of a text look like.
private struct Lines {
  private var cursor: Cursor
  private(set) var hasHeader = false
  private(set) var firstHeader = ""
  private(set) var hasReference = false
  /// Whether a value is in quotes or brackets, as no INI has it.
  private(set) var hasQuotes = false
  /// Whether a key stands before the first section.
  private(set) var beginsWithKey = false
  private(set) var hasShebang: Bool
  private(set) var hasFlag = false
  /// Whether a line is `key: value`, at the margin, with a key that is a word; `- ` and deeper ones do not count.
  private(set) var hasTopKey = false
  private(set) var hasKey = false
  private(set) var hasAssignment = false
  private(set) var hasPython = false
  private(set) var hasPolicy = false

  init(_ bytes: Bytes) {
    cursor = Cursor(bytes)
    hasShebang = cursor.isAt("#!")
  }

  var firstByte: UInt8? {
    var copy = cursor
    copy.skipSpaceAndComments()
    return copy.peek
  }

  mutating func look() {
    var count = 0
    while cursor.index < cursor.end, count < 100_000 {
      count += 1
      let start = cursor.index
      cursor.skipLine()
      let range = cursor.trimmed(start, cursor.index)
      cursor.index += 1
      guard range.lower < range.upper, !"#;".utf8.contains(cursor.bytes[range.lower]) else { continue }
      look(at: cursor.bytes[range.lower..<range.upper], isAtMargin: range.lower == start)
    }
  }

  private mutating func look(at line: ArraySlice<UInt8>, isAtMargin: Bool) {
    guard let first = line.first else { return }
    let word = line.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
    let rest = line.dropFirst(word.count).drop { $0 == 0x20 || $0 == 0x09 }
    if first == UInt8(ascii: "["), isAtMargin, let end = line.firstIndex(of: UInt8(ascii: "]")) {
      let name = line[(line.startIndex + 1)..<end]
      let isName = !name.isEmpty && name.allSatisfy { !$0.isDigit && !",'\"{}= ".utf8.contains($0) || $0.isDigit }
      if isName, !name.contains(UInt8(ascii: ",")) {
        if !hasHeader { firstHeader = Bytes(name).text }
        hasHeader = true
      }
    }
    if first == UInt8(ascii: "@"), hasHeader { hasReference = true }
    if Lines.holdsFlag(line) { hasFlag = true }
    guard !word.isEmpty, let mark = rest.first else { return }
    let next = rest.dropFirst().first
    if mark == UInt8(ascii: ":"), next == nil || next == 0x20 || next == 0x09 {
      hasKey = true
      if isAtMargin {
        hasTopKey = true
        if word.elementsEqual("lr_policy".utf8) { hasPolicy = true }
      }
    }
    if isAtMargin, mark == UInt8(ascii: "="), next != UInt8(ascii: "=") {
      hasAssignment = true
      if !hasHeader { beginsWithKey = true }
      if let first = rest.dropFirst().first(where: { $0 != 0x20 }), "\"'[".utf8.contains(first) { hasQuotes = true }
      if Lines.isPython(name: word, value: rest.dropFirst().drop { $0 == 0x20 }) { hasPython = true }
    }
    if isAtMargin,
      word.elementsEqual("from".utf8) || word.elementsEqual("import".utf8) || word.elementsEqual("with".utf8)
    {
      hasPython = true
    }
  }

  private static func isPython(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) -> Bool {
    if value.starts(with: "dict(".utf8) || name.elementsEqual("_base_".utf8) { return true }
    return ["param_scheduler", "lr_config", "optim_wrapper", "train_cfg"].contains { name.elementsEqual($0.utf8) }
      || ["None", "True", "False"].contains { value.elementsEqual($0.utf8) }
  }

  /// Whether a word of the line begins with two hyphens and a letter, and is not a key: `--lr: 1e-4` is YAML.
  private static func holdsFlag(_ line: ArraySlice<UInt8>) -> Bool {
    line.split(separator: 0x20).contains { word in
      word.count > 2 && word.starts(with: "--".utf8) && word[word.startIndex + 2].isLetter
        && word.last != UInt8(ascii: ":")
    }
  }
}
