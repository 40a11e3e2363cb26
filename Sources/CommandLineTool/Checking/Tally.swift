/// How many files have each outcome.
struct Tally: Sendable {
  private(set) var exit = Exit.done
  private var counts: [String: Int] = [:]

  private static let words = ["same", "made", "updated", "differs", "missing", "error", "orphan"]

  mutating func add(_ verdict: Verdict) {
    exit = max(exit, verdict.exit)
    counts[verdict.word, default: 0] += 1
  }

  subscript(word: String) -> Int { counts[word] ?? 0 }

  /// The schedule files.
  var checked: Int { counts.values.reduce(0, +) - self["orphan"] }

  /// “18 checked: 16 same, 1 differs, 1 missing”.
  var line: String {
    let parts = Tally.words.compactMap { word in
      counts[word].map { count in "\(count) \(count == 1 ? word : Tally.plural[word] ?? word)" }
    }
    return "\(checked) checked: \(parts.joined(separator: ", "))"
  }

  private static let plural = ["differs": "differ", "error": "errors", "orphan": "orphans"]
}
