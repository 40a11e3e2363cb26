/// Finds what was probably meant.
package enum Nearest {
  /// The candidate closest to a word by edits (a swap of neighbours counts as one), or `nil` when none is close.
  ///
  /// Names are compared folded. A third of the word may be wrong, and at most three letters; a candidate that begins
  /// with the word is close too, because people abbreviate.
  package static func match(for word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.folded.utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      // A name so much longer or shorter is not close; separators, of which it has few, do not count.
      let length = candidate.utf8.count
      guard length <= 2 * wanted.count + 64, 2 * length + 8 >= wanted.count else { continue }
      let name = Array(candidate.folded.utf8)
      var distance = edits(wanted, name)
      if wanted.count >= 3, name.starts(with: wanted) { distance = min(distance, 1) }
      guard distance <= min(3, max(1, wanted.count / 3)), distance < (best?.distance ?? .max) else { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// Damerau–Levenshtein distance (optimal string alignment), in O(|a|·|b|).
  package static func edits(_ a: Bytes, _ b: Bytes) -> Int {
    guard !a.isEmpty else { return b.count }
    guard !b.isEmpty else { return a.count }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(previous[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforePrevious[j - 2] + 1) }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
