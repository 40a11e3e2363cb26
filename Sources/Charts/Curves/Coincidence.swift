/// Finds curves that would hide others nearly wholly, and gives them dashes to look through.
///
/// Curves that share a part only are told apart by the rest, and keep the palette's look.
struct Coincidence: Sendable, Equatable {
  /// For each series how many of those before it can be seen only through its gaps.
  let hidden: [Int]
  /// How many curves lie upon one another where most do.
  let depth: Int

  init(in series: [Series]) {
    var hidden = series.map { _ in 0 }
    // What lies on a reference, or on a thinner line, does not hide it.
    let curves = series.indices.prefix(series.count > 1 ? Self.most : 0).filter {
      !series[$0].isReference && series[$0].weight == .full
    }
    var samples: [Sample] = []
    for index in curves {
      let covered = samples.indices.map { samples[$0].rows(under: series[index]) }
      hidden[index] = zip(samples, covered).count { $0.isHidden(by: $1) }
      // Between the dashes of this curve all of them can be seen.
      if hidden[index] == 0 {
        for (place, rows) in zip(samples.indices, covered) { samples[place].cover(rows) }
      }
      samples.append(Sample(of: series[index]))
    }
    self.hidden = hidden
    depth = min((hidden.max() ?? 0) + 1, Self.mostStripes)
  }

  /// The dash pattern that a series is drawn with, where it is not the palette's.
  func dash(of index: Int) -> String? {
    stripes(of: hidden[index]).map { "\($0.dash * Self.stripe - Self.cap) \($0.gap * Self.stripe + Self.cap)" }
  }

  /// The dash and the gap of a curve upon others, in stripes: of curves that are the same, one stripe of each is seen in
  /// turn.
  func stripes(of hidden: Int) -> (dash: Int, gap: Int)? {
    guard hidden > 0 else { return nil }
    let gap = min(hidden, depth - 1)
    return (depth - gap, gap)
  }

  /// The length of a stripe in pixels, and what round line ends add to each dash.
  private static let stripe = 8
  private static let cap = 2
  /// More curves than this cannot be followed one by one.
  private static let most = 64
  private static let mostStripes = 6
}

/// Some rows of a curve, and which of them later curves cover.
private struct Sample {
  private var rows: [(row: Int, value: Double)] = []
  private let count: Int

  private static let most = 128

  init(of series: Series) {
    let count = series.values.count
    let taken = min(count, Self.most)
    for index in 0..<taken {
      let row = count / taken * index + count % taken * index / taken
      if series.values[row].isFinite { rows.append((row, series.values[row])) }
    }
    self.count = rows.count
  }

  /// The places among the rows that are still to be seen, and would not be under a curve.
  func rows(under series: Series) -> [Int] {
    rows.indices.filter { index in
      let (row, value) = rows[index]
      guard row < series.values.count else { return false }
      // Less than a pixel sees: libraries round the same formula differently.
      return abs(series.values[row] - value) <= 1e-4 * abs(value)
    }
  }

  /// Whether hardly anything is left to be seen when some rows are covered, and those are not the least of it.
  func isHidden(by covered: [Int]) -> Bool { 10 * (rows.count - covered.count) < count && 4 * covered.count > count }

  mutating func cover(_ covered: [Int]) {
    for index in covered.reversed() { rows.remove(at: index) }
  }
}
