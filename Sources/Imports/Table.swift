import Diagnostics
import JSON
import Schedules
import Text

/// The table that a trainer reads, with its values as the trainer wants them.
///
/// What is null is not there. What is there but opaque, or of the wrong sort, is `error[import]` at its place; so is a
/// key that is missing where it may stand in what could not be read.
struct Table {
  let entries: [Entry]
  let range: SourceRange
  /// What it is called in messages: “SOLVER”, or nothing for the whole file.
  let name: String

  init(_ entries: [Entry], at range: SourceRange, name: String = "") {
    self.entries = entries
    self.range = range
    self.name = name
  }

  init(_ value: Datum, name: String = "") throws(Diagnostic) {
    switch value.content {
    case .table(let entries): self.init(entries, at: value.range, name: name)
    case .null: self.init([], at: value.range, name: name)
    default:
      let owner = name.isEmpty ? "the configuration" : "“\(name)”"
      throw Diagnostic(.import, "\(owner) is a table of keys, not \(value.typeName)", at: value.range)
    }
  }

  /// Keys with a value that could not be read.
  private static let hiding = ["<<", YAML.secondDocument]

  /// The last entry of a key, whatever is in it; of names with points only the whole counts.
  func found(_ keys: [String]) -> Entry? {
    for key in keys {
      if let entry = entries.last(where: { $0.key == key }) { return entry }
    }
    return nil
  }

  func found(_ key: String) -> Entry? { found([key]) }

  /// Whether a key is there and not null.
  func has(_ key: String) -> Bool {
    guard let entry = found(key) else { return false }
    if case .null = entry.value.content { return false }
    return true
  }

  /// The entry of the first of some names; `nil` when there is none, or null.
  func entry(_ keys: String...) throws(Diagnostic) -> Entry? { try entry(keys) }

  func entry(_ keys: [String]) throws(Diagnostic) -> Entry? {
    guard let entry = found(keys) else {
      if let hiding = found(Table.hiding), case .opaque(let what) = hiding.value.content {
        throw Diagnostic(
          .import, "“\(keys.first ?? "")” may be in \(what), which is not read", at: hiding.value.range,
          hint: "write it out")
      }
      return nil
    }
    switch entry.value.content {
    case .null: return nil
    case .opaque(let what):
      throw Diagnostic(
        .import, "“\(entry.key)” is needed, and here is \(what)", at: entry.value.range,
        hint: "nothing of a configuration is run; write the value itself")
    default: return entry
    }
  }

  private func wrong(_ entry: Entry, _ wanted: String) -> Diagnostic {
    var found = entry.value.typeName
    if case .number(let number) = entry.value.content { found = Shown.number(number.value) }
    return Diagnostic(.import, "“\(entry.key)” must be \(wanted), not \(found)", at: entry.value.range)
  }

  func number(_ keys: String...) throws(Diagnostic) -> Double? {
    guard let entry = try entry(keys) else { return nil }
    return try Table.number(entry)
  }

  static func number(_ entry: Entry) throws(Diagnostic) -> Double {
    if let number = entry.value.readNumber, !number.value.isFinite {
      throw Diagnostic(
        .import, "“\(entry.key)” must be a finite number, not \(number.value.isNaN ? "NaN" : "one beyond all doubles")",
        at: entry.value.range)
    }
    guard let number = entry.value.readNumber else {
      if case .text("auto") = entry.value.content {
        throw Diagnostic(
          .import, "“\(entry.key)” is “auto”, which only the training program fills in", at: entry.value.range)
      }
      throw Diagnostic(
        .import, "“\(entry.key)” must be a number, not \(entry.value.typeName)", at: entry.value.range)
    }
    return number.value
  }

  /// A whole number, also written `1e4` or `10.0`.
  func count(_ keys: String...) throws(Diagnostic) -> Int? {
    guard let entry = try entry(keys) else { return nil }
    let number = try Table.number(entry)
    guard abs(number) <= 1e15, let count = Int(exactly: number) else { throw wrong(entry, "a whole number") }
    return count
  }

  /// A whole number above 0; trainers write −1 for none.
  func positive(_ key: String) throws(Diagnostic) -> Int? {
    guard let count = try count(key), count > 0 else { return nil }
    return count
  }

  func text(_ keys: String...) throws(Diagnostic) -> String? {
    guard let entry = try entry(keys) else { return nil }
    guard case .text(let text) = entry.value.content else { throw wrong(entry, "a text") }
    return text
  }

  func flag(_ keys: String...) throws(Diagnostic) -> Bool? {
    guard let entry = try entry(keys) else { return nil }
    switch entry.value.content {
    case .bool(let flag): return flag
    case .number(let number) where number.value == 0 || number.value == 1: return number.value == 1
    case .text("true"), .text("True"): return true
    case .text("false"), .text("False"): return false
    default: throw wrong(entry, "true or false")
    }
  }

  func table(_ keys: String...) throws(Diagnostic) -> Table? {
    guard let entry = try entry(keys) else { return nil }
    return try Table(entry.value, name: name.isEmpty ? entry.key : "\(name).\(entry.key)")
  }

  /// A list of numbers: a list, one number, or Python's `(1, 2)` in a text.
  func numbers(_ keys: String...) throws(Diagnostic) -> [Value]? {
    guard let entry = try entry(keys) else { return nil }
    switch entry.value.content {
    case .list(let elements):
      var numbers: [Value] = []
      for element in elements {
        guard let number = element.readNumber else { throw wrong(entry, "a list of numbers") }
        numbers.append(Value(.number(number), at: element.range))
      }
      return numbers
    case .number(let number): return [Value(.number(number), at: entry.value.range)]
    case .text(let text): return try Table.numbers(in: text, of: entry)
    default: throw wrong(entry, "a list of numbers")
    }
  }

  /// `(60000, 80000)`, `[1, 2]`, `1,2`: what a tuple is in YAML, and a list in a flag.
  private static func numbers(in text: String, of entry: Entry) throws(Diagnostic) -> [Value] {
    var bytes = Bytes(text.utf8)
    if let first = bytes.first, let last = bytes.last, "([".utf8.contains(first), ")]".utf8.contains(last) {
      bytes = Bytes(bytes.dropFirst().dropLast())
    }
    var numbers: [Value] = []
    for piece in bytes.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == 0x20 }) {
      guard let number = YAMLScalar.number(Bytes(piece).text) else {
        throw Diagnostic(
          .import, "“\(entry.key)” must be a list of numbers, not \(entry.value.typeName)", at: entry.value.range)
      }
      numbers.append(Value(.number(number), at: entry.value.range))
    }
    return numbers
  }

  /// The entries of tables in the tables, all in one: sd-scripts' sections mean nothing.
  var flattened: Table {
    var all: [Entry] = []
    for entry in entries {
      if case .table(let inner) = entry.value.content { all += inner } else { all.append(entry) }
    }
    return Table(all, at: range, name: name)
  }

  /// The value at a path of keys, `model.optim.sched`; `nil` where it leads nowhere or into something other than a table.
  func value(at path: [String]) -> Entry? {
    guard let first = path.first, let entry = found(first) else { return nil }
    if path.count == 1 { return entry }
    guard case .table(let inner) = entry.value.content else { return nil }
    return Table(inner, at: entry.value.range).value(at: Array(path.dropFirst()))
  }
}
