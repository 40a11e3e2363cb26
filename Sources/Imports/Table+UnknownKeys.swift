import Diagnostics
import JSON
import Text

extension Table {
  /// Refuses keys that seem to set the rate and are not understood; all others are no concern of a schedule.
  ///
  /// A key is of the rate when a word in it is: `lr`, `warmup`, `scheduler` …. What is null, false, 0 or empty sets
  /// nothing.
  func refuseStrangers(besides known: [String], harmless: [String] = [], of trainer: String) throws(Diagnostic) {
    for entry in entries where !known.contains(entry.key) && !harmless.contains(entry.key) {
      guard Table.speaksOfRates(entry.key), Table.saysSomething(entry.value) else { continue }
      let meant = Nearest.match(for: entry.key, among: known)
      throw Diagnostic(
        .import, "“\(entry.key)” seems to set the rate, and is not understood as a key of \(trainer)",
        at: entry.keyRange,
        hint: Diagnostic.suggestion(meant) ?? "take it out if it does not change the rate")
    }
  }

  private static let rateWords = [
    "lr", "lrs", "lrf", "lr0", "warmup", "warm", "scheduler", "schedule", "sched", "learning",
  ]

  static func speaksOfRates(_ key: String) -> Bool {
    // camelCase and dots part words, too.
    var words: [Bytes] = [[]]
    var wasLower = false
    for byte in key.utf8 {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      if !byte.isLetter, !byte.isDigit || isUpper && wasLower { words.append([]) }
      if byte.isLetter || byte.isDigit { words[words.count - 1].append(isUpper ? byte | 0x20 : byte) }
      wasLower = !isUpper && byte.isLetter
    }
    return words.contains { word in rateWords.contains { word.elementsEqual($0.utf8) } }
  }

  private static func saysSomething(_ value: Datum) -> Bool {
    switch value.content {
    case .null, .bool(false): false
    case .number(let number): number.value != 0
    case .text(let text): !text.isEmpty && text != "None" && text != "none"
    case .list(let elements): !elements.isEmpty
    case .table(let entries): !entries.isEmpty
    case .bool, .opaque: true
    }
  }
}
