/// Finds out whether a curve is what it was, some rows later or earlier.
struct Shift {
  private static let mostProbes = 64
  /// A curve that repeats itself passes its probes at every period.
  private static let mostTries = 16

  private let pair: ColumnPair
  /// Places that tell shifts apart: rows whose value is not that of the row before.
  private let probes: [Int]

  /// By how many rows all columns have moved, positive when they begin later; `nil` when they have not.
  ///
  /// At least half of the rows must be there before and after, and not all the same.
  static func rows(of pairs: [ColumnPair]) -> Int? {
    guard let length = pairs.map({ min($0.golden.count, $0.actual.count) }).min(), length >= 4 else { return nil }
    let shifts = pairs.map(Shift.init)
    var tries = 0
    for distance in 1...length / 2 {
      for rows in [distance, -distance] where shifts.allSatisfy({ $0.isPossible(rows) }) {
        if shifts.allSatisfy({ $0.isTrue(rows) }) { return rows }
        tries += 1
        if tries == mostTries { return nil }
      }
    }
    return nil
  }

  private init(_ pair: ColumnPair) {
    self.pair = pair
    let changes = pair.golden.indices.dropFirst().lazy.filter {
      !Tolerance().accepts(pair.golden[$0], for: pair.golden[$0 - 1], peak: pair.peak)
    }
    let half = Self.mostProbes / 2
    probes = Array(changes.prefix(half)) + Array(changes.reversed().prefix(half))
  }

  /// Whether the probes do not speak against a shift: most shifts end here, so that long curves are not read often.
  private func isPossible(_ rows: Int) -> Bool {
    var isSeen = false
    for probe in probes where probe > 0 && pair.actual.indices.contains(probe + rows) && probe - 1 + rows >= 0 {
      guard fits(probe, rows), fits(probe - 1, rows) else { return false }
      isSeen = true
    }
    return isSeen
  }

  private func isTrue(_ rows: Int) -> Bool {
    (max(0, -rows)..<min(pair.golden.count, pair.actual.count - rows)).allSatisfy { fits($0, rows) }
  }

  private func fits(_ row: Int, _ rows: Int) -> Bool {
    Tolerance().accepts(pair.actual[row + rows], for: pair.golden[row], peak: pair.peak)
  }
}
