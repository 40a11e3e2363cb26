package import Diagnostics
import JSON
package import Text

/// Reads the flags in a shell script or on a command line: `--learning_rate 1e-4 --bf16`.
///
/// Nothing is run. Words, quotes, comments, continued lines, arrays and `NAME=value` are read; a variable stands for
/// what the same file gives it as plain text, and is opaque otherwise.
package struct ShellWords {
  /// The flags as a table, without their hyphens, `-` within as `_`; a flag alone is true.
  package private(set) var flags = Datum(.table([]), at: SourceRange(0, 0))
  /// The words that are no flags and no values of flags: programs, scripts.
  package private(set) var words: [String] = []

  private struct Word {
    var text: String
    let range: SourceRange
    /// The variable in it that has no plain value.
    var unknown: String?
    var isQuoted = false
    /// Whether it stands for any number of words: `"$@"`, `${ARGS[@]}`.
    var isSplice: Bool {
      unknown.map { $0.utf8.contains(UInt8(ascii: "@")) || $0.utf8.contains(UInt8(ascii: "*")) } ?? false
    }
    /// Whether a command ends before it.
    var isFirst: Bool
  }

  private var cursor: Cursor
  private var variables: [(name: String, value: Word)] = []
  private var all: [Word] = []
  private static let mostVariables = 500
  private static let longest = 4096

  package static func read(_ bytes: Bytes) throws(Diagnostic) -> ShellWords {
    var reader = ShellWords(cursor: Cursor(bytes))
    try reader.split()
    reader.collect()
    return reader
  }

  private init(cursor: Cursor) { self.cursor = cursor }

  // MARK: Words

  private mutating func split() throws(Diagnostic) {
    var isFirst = true
    while let byte = cursor.peek {
      switch byte {
      case 0x20, 0x09, 0x0D: cursor.index += 1
      case UInt8(ascii: "\\") where cursor.peek(1) == 0x0A: cursor.index += 2
      case UInt8(ascii: "\\") where cursor.peek(1) == 0x0D && cursor.peek(2) == 0x0A: cursor.index += 3
      case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"):
        cursor.index += 1
        isFirst = true
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        cursor.index += 1
      case UInt8(ascii: "#"): cursor.skipLine()
      default:
        let before = cursor.index
        let word = try word(isFirst: isFirst)
        // Whatever it was, the reader goes on.
        if cursor.index == before { cursor.index += 1 }
        if !assigns(word) { all.append(word) }
        isFirst = false
      }
    }
  }

  private mutating func word(isFirst: Bool) throws(Diagnostic) -> Word {
    let start = cursor.index
    var text = Bytes()
    var unknown: String?
    var isQuoted = false
    scan: while let byte = cursor.peek {
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        break scan
      case UInt8(ascii: "'"):
        text.append(contentsOf: try cursor.quoted(isRaw: true).utf8)
        isQuoted = true
      case UInt8(ascii: "\""):
        try double(into: &text, &unknown)
        isQuoted = true
      case UInt8(ascii: "\\"):
        if let next = cursor.peek(1), next != 0x0A { text.append(next) }
        cursor.index += 2
      case UInt8(ascii: "$"): variable(into: &text, &unknown)
      case UInt8(ascii: "`"):
        unknown = "a command in backquotes"
        cursor.index += 1
      default:
        text.append(byte)
        cursor.index += 1
      }
    }
    cursor.index = min(cursor.index, cursor.end)
    return Word(
      text: text.text, range: SourceRange(start, cursor.index), unknown: unknown, isQuoted: isQuoted, isFirst: isFirst)
  }

  private mutating func double(into text: inout Bytes, _ unknown: inout String?) throws(Diagnostic) {
    let start = cursor.index
    cursor.index += 1
    while let byte = cursor.peek {
      switch byte {
      case UInt8(ascii: "\""):
        cursor.index += 1
        return
      case UInt8(ascii: "\\"):
        if let next = cursor.peek(1), next != 0x0A { text.append(next) }
        cursor.index += 2
      case UInt8(ascii: "$"): variable(into: &text, &unknown)
      default:
        text.append(byte)
        cursor.index += 1
      }
    }
    cursor.index = min(start + 1, cursor.end)
    throw cursor.error("the quote is not closed", from: start)
  }

  /// `$NAME`, `${NAME}`, `${NAME:-value}`; anything else with a `$` is unknown.
  private mutating func variable(into text: inout Bytes, _ unknown: inout String?) {
    let start = cursor.index
    cursor.index += 1
    let isBraced = cursor.take("{")
    let nameStart = cursor.index
    while let byte = cursor.peek, byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") { cursor.index += 1 }
    let name = cursor.text(nameStart, cursor.index)
    var isPlain = !name.isEmpty
    if isBraced {
      isPlain = isPlain && cursor.peek == UInt8(ascii: "}")
      while let byte = cursor.peek, byte != UInt8(ascii: "}"), byte != 0x0A { cursor.index += 1 }
      _ = cursor.take("}")
    } else if name.isEmpty, cursor.peek == UInt8(ascii: "(") {
      skipParentheses()
    } else if name.isEmpty, let byte = cursor.peek, byte != 0x20, byte != 0x0A, byte != UInt8(ascii: "\"") {
      cursor.index += 1
    }
    if isPlain, let known = variables.last(where: { $0.name == name })?.value, known.unknown == nil,
      text.count + known.text.utf8.count <= ShellWords.longest
    {
      text.append(contentsOf: known.text.utf8)
    } else {
      unknown = cursor.text(start, cursor.index)
    }
  }

  /// `$(…)` and `$((…))`, which are not run.
  private mutating func skipParentheses() {
    var depth = 0
    while let byte = cursor.peek {
      cursor.index += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// Remembers `NAME=value` at the beginning of a command; an array's words are read as words.
  private mutating func assigns(_ word: Word) -> Bool {
    let bytes = Bytes(word.text.utf8)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), let first = bytes.first, first != UInt8(ascii: "-"),
      bytes[..<equals].allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+") })
    else { return false }
    let name = Bytes(bytes[..<equals]).text
    var value = word
    value.text = Bytes(bytes[(equals + 1)...]).text
    // A second value holds only for what follows, so the reader of a flag must be able to tell them apart.
    if let place = variables.firstIndex(where: { $0.name == name }), variables[place].value.text != value.text {
      value.unknown = value.unknown ?? "$\(name), which is set twice"
    }
    if variables.count < ShellWords.mostVariables { variables.append((name, value)) }
    if word.isQuoted { addFlags(inside: value) }
    return true
  }

  /// Takes the flags that stand in a variable's text: `ARGS="--lr 1e-4"`.
  private mutating func addFlags(inside word: Word) {
    let pieces = Bytes(word.text.utf8).split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    guard pieces.contains(where: { $0.starts(with: "--".utf8) }) else { return }
    for (index, piece) in pieces.enumerated() {
      all.append(Word(text: Bytes(piece).text, range: word.range, unknown: word.unknown, isFirst: index == 0))
    }
  }

  // MARK: Flags

  private mutating func collect() {
    var entries: [Entry] = []
    var index = 0
    while index < all.count {
      let word = all[index]
      index += 1
      guard let (name, attached) = ShellWords.flag(word) else {
        if word.unknown == nil { words.append(word.text) }
        continue
      }
      var values: [Datum] = attached.map { [$0] } ?? []
      if attached == nil {
        while index < all.count, !all[index].isFirst, ShellWords.flag(all[index]) == nil {
          // `"$@"` and an array's words are flags of their own.
          if !all[index].isSplice { values.append(ShellWords.datum(all[index])) }
          index += 1
        }
      }
      let value =
        switch values.count {
        case 0: Datum(.bool(true), at: word.range)
        case 1: values[0]
        default: Datum(.list(values), at: SourceRange(values[0].range.lower, values[values.count - 1].range.upper))
        }
      ShellWords.add(Entry(name, at: word.range, value), to: &entries)
    }
    flags = Datum(.table(entries), at: SourceRange(0, cursor.end))
  }

  /// A flag that stands twice with two values belongs to two commands, and it is not clear which is meant.
  private static func add(_ entry: Entry, to entries: inout [Entry]) {
    guard let place = entries.firstIndex(where: { $0.key == entry.key }) else {
      if entries.count < Datum.mostKeys { entries.append(entry) }
      return
    }
    if isSame(entries[place].value, entry.value) { return }
    entries[place] = Entry(
      entry.key, at: entry.keyRange, Datum(.opaque("a second value for --\(entry.key)"), at: entry.value.range))
  }

  private static func isSame(_ one: Datum, _ other: Datum) -> Bool {
    switch (one.content, other.content) {
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(isSame)
    default: false
    }
  }

  /// The name of a flag and what is attached to it by `=`.
  private static func flag(_ word: Word) -> (name: String, value: Datum?)? {
    let bytes = Bytes(word.text.utf8)
    guard bytes.count > 2, bytes.starts(with: "--".utf8), bytes[2].isLetter else { return nil }
    let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    // A variable's text with several words in it is not a flag.
    guard !bytes[..<(equals ?? bytes.count)].contains(0x20) else { return nil }
    var name = Bytes(bytes[2..<(equals ?? bytes.count)])
    for index in name.indices where name[index] == UInt8(ascii: "-") { name[index] = UInt8(ascii: "_") }
    guard let equals else { return (name.text, nil) }
    let length = word.range.upper - word.range.lower
    let isVerbatim = length == bytes.count
    let range = isVerbatim ? word.range.part(equals + 1, bytes.count) : word.range
    var value = word
    value.text = Bytes(bytes[(equals + 1)...]).text
    return (name.text, datum(value, at: range))
  }

  private static func datum(_ word: Word, at range: SourceRange? = nil) -> Datum {
    let range = range ?? word.range
    if let unknown = word.unknown { return Datum(.opaque(unknown), at: range) }
    switch word.text {
    case "True", "true": return Datum(.bool(true), at: range)
    case "False", "false": return Datum(.bool(false), at: range)
    default: break
    }
    guard let value = Decimal.readLoosely(word.text) else { return Datum(.text(word.text), at: range) }
    let isInteger = word.text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return Datum(.number(Number(value, isInteger: isInteger)), at: range)
  }
}
