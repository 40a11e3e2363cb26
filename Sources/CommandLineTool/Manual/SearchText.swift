import Text

/// A text to be searched by words in whose spelling people differ: “warm-up”, “warm up” and “warmup” are one.
struct SearchText {
  private var letters: Bytes = []
  private var starts: [Int] = []

  init(_ text: String) {
    var isInside = false
    for byte in SearchText.folded(text).utf8 {
      if " \n,;:()[]\"".utf8.contains(byte) {
        isInside = false
        continue
      }
      if !isInside { starts.append(letters.count) }
      isInside = true
      letters.append(byte)
    }
  }

  /// Whether a folded word stands somewhere within a word, or begins with one and goes on in the next.
  func contains(_ word: String) -> Bool {
    let wanted = Bytes(word.utf8)
    guard let first = wanted.first else { return true }
    var next = 0
    for at in letters.indices {
      while next < starts.count, starts[next] <= at { next += 1 }
      guard letters[at] == first, letters[at...].starts(with: wanted) else { continue }
      let end = next < starts.count ? starts[next] : letters.count
      if at + wanted.count <= end || (next > 0 && starts[next - 1] == at) { return true }
    }
    return false
  }

  /// Without the dashes in which people differ.
  static func folded(_ text: String) -> String {
    String(text.folded.unicodeScalars.filter { $0 != "\u{2010}" && $0 != "\u{2011}" })
  }
}
