/// The style at ascending indices.
struct StyleCursor {
  private let series: Series
  private var next = 0

  init(of series: Series) { self.series = series }

  mutating func style(at index: Int) -> Series.Style {
    // A single row has a length in time, which a point would not show.
    if series.values.count == 1 { return .step }
    while next < series.pieces.count, series.pieces[next].range.upperBound <= index { next += 1 }
    guard next < series.pieces.count, series.pieces[next].range.contains(index) else { return series.style }
    return series.pieces[next].style
  }
}
