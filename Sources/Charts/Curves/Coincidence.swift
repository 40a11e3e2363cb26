/// Finds curves that would hide others because they hold the same values, and gives them dashes to look through.
struct Coincidence: Sendable, Equatable {
  /// For each series how many of those before it hold the same values.
  let hidden: [Int]

  init(in series: [Series]) {
    guard series.count > 1 else {
      hidden = series.map { _ in 0 }
      return
    }
    var counts: [Int] = []
    var samples: [[Double]] = []
    for one in series.prefix(Self.most) {
      // What lies on a reference does not hide it.
      if one.isReference {
        counts.append(0)
        continue
      }
      let sample = Self.sample(one)
      counts.append(samples.count { Self.coincide($0, sample) })
      samples.append(sample)
    }
    hidden = counts + Array(repeating: 0, count: series.count - counts.count)
  }

  /// For each series the dash pattern that it is drawn with, where it is not the palette's.
  var dashes: [String?] { hidden.map { $0 == 0 ? nil : Self.dashes[min($0, Self.dashes.count) - 1] } }

  /// For the second of the same curves, the third, and any further; periods that leave the curves below to be seen.
  private static let dashes = ["6 8", "0 14", "0 21"]
  /// Beyond so many curves nobody follows one.
  private static let most = 64
  private static let rows = 128

  private static func sample(_ series: Series) -> [Double] {
    let count = series.values.count
    let taken = min(count, rows)
    return (0..<taken).map { series.values[count / taken * $0 + count % taken * $0 / taken] }
  }

  /// Whether a fifth of the values are the same: curves that only cross or come near are told apart by their colours.
  private static func coincide(_ one: [Double], _ other: [Double]) -> Bool {
    guard one.count == other.count else { return false }
    return 5 * zip(one, other).count { $0 == $1 } > one.count
  }
}
