import Text

/// Where rows stand on the x axis: all of them, or those from one to another.
struct StepScale: Sendable, Equatable {
  let rowCount: Int
  let pixels: PixelRange
  /// The rows at the ends of the axis.
  let first: Double
  let last: Double
  let isLogarithmic: Bool

  /// All rows.
  init(rowCount: Int, pixels: PixelRange) {
    self.init(rowCount: rowCount, pixels: pixels, rows: 0...Double(max(1, rowCount)), isLogarithmic: false)
  }

  init(rowCount: Int, pixels: PixelRange, rows: ClosedRange<Double>, isLogarithmic: Bool) {
    self.rowCount = rowCount
    self.pixels = pixels
    self.isLogarithmic = isLogarithmic
    // A logarithmic axis begins after its first row, which has no logarithm.
    first = isLogarithmic ? max(1, rows.lowerBound) : rows.lowerBound
    last = max(rows.upperBound, first + 1)
  }

  /// The same rows along other coordinates.
  func moved(to pixels: PixelRange) -> StepScale {
    StepScale(rowCount: rowCount, pixels: pixels, rows: first...last, isLogarithmic: isLogarithmic)
  }

  func position(of row: Double) -> Double { pixels.place(at: fraction(of: row)) }

  /// How far along the axis a row is: from 0 to 1 where it is on it.
  func fraction(of row: Double) -> Double {
    guard isLogarithmic else { return (row - first) / (last - first) }
    return row > 0 ? Libm.log(row / first) / Libm.log(last / first) : -1
  }

  /// Whether a row has a place on the axis.
  func shows(_ row: Double) -> Bool { row >= first && row <= last }

  /// The row at a place.
  func row(at place: Double) -> Double {
    let fraction = (place - pixels.start) / max(pixels.end - pixels.start, 1e-9)
    return isLogarithmic ? first * Libm.pow(last / first, fraction) : first + fraction * (last - first)
  }

  /// The rows of so many values that are on the axis.
  func visible(of count: Int) -> Range<Int> {
    let start = min(Int(exactly: first.rounded(.up)) ?? 0, count)
    guard last < Double(count) else { return start..<count }
    return start..<max(start, min(count, (Int(exactly: last.rounded(.down)) ?? count) + 1))
  }
}
