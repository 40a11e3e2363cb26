/// The left and the right end of all plots.
struct Columns: Sendable {
  let left: Double
  let right: Double
  /// Whether something stands right of the plots.
  let hasMargin: Bool

  /// The ends that leave room for the labels of the value axes, and for names that take a margin.
  ///
  /// - Parameter room: what the plots leave free on the right for a note.
  init(of chart: Chart, under header: Header, ranges: [ValueRange], margin: Double, room: Double = 0) {
    hasMargin = margin > 0
    let (width, sizes) = (header.size.width, header.sizes)
    let labelWidth = ranges.reduce(0) { max($0, $1.labelWidth(size: sizes.axis)) }
    let overhang = StepAxisLayout.overhang(chart, sizes: sizes)
    let titleMargin = StepAxisLayout.titleMargin(chart, sizes: sizes)
    left = min(max(sizes.padding + max(labelWidth + 8, titleMargin), overhang + 2), width * 0.6).rounded(.up)
    right = max(left + 8, width - max(sizes.padding + max(margin, overhang - sizes.padding + 4), room)).rounded(.down)
  }
}
