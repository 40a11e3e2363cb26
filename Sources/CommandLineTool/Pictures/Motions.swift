import Charts

/// How a curve of which only the values are known is drawn: as lines where it moves, as steps where it stays or jumps.
enum Motions {
  /// A curve that leaps so often is not told apart by the eye.
  private static let mostLeaps = 100
  /// So many rows in a row that all differ are a motion.
  private static let fewest = 3

  /// The pieces of some rows, in order and without gaps.
  ///
  /// - Parameter moves: whether all of them are known to be a motion, if one with leaps.
  static func pieces(of values: [Double], _ rows: Range<Int>, moves: Bool = false) -> [Series.Piece] {
    var pieces: [Series.Piece] = []
    func add(_ range: Range<Int>, _ style: Series.Style) {
      guard !range.isEmpty else { return }
      if let last = pieces.last, last.style == style {
        pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        pieces.append(Series.Piece(range, style))
      }
    }
    var (leaps, row) = (0, rows.lowerBound)
    while row < rows.upperBound {
      // As long as each row differs from the one before it.
      var end = moves ? rows.upperBound : row + 1
      while end < min(rows.upperBound, values.count), values[end] != values[end - 1] { end += 1 }
      if !moves, end - row <= fewest, !(row == rows.lowerBound && end == rows.upperBound) {
        add(row..<end, .step)
      } else {
        var start = row
        for next in row + 1..<end + 1
        where leaps < mostLeaps && leapsTo(next, in: values, most: next == rows.upperBound ? 2 : 4) {
          // The value before a leap holds until then: the curve must not slant towards it.
          add(start..<next - 1, .line)
          add(next - 1..<next, .step)
          start = next
          leaps += 1
        }
        add(start..<max(start, end), .line)
      }
      row = end
    }
    return pieces
  }

  /// Whether the way to a row is more than so many times as long as those before and after it.
  private static func leapsTo(_ row: Int, in values: [Double], most: Double) -> Bool {
    guard row >= 2, row + 1 < values.count else { return false }
    let way = abs(values[row] - values[row - 1])
    return way > most * max(abs(values[row - 1] - values[row - 2]), abs(values[row + 1] - values[row]))
  }
}
