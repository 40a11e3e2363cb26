/// The first step of a layout: how large the picture and its letters are, and what stands above its panels.
struct Header: Sendable {
  let size: (width: Double, height: Double)
  let sizes: TypeSizes
  /// What is drawn, at least one and at most eight.
  let panels: [Panel]
  let titleLines: [PlacedText]
  /// Where the titles end.
  let top: Double
  /// Whether the first panel has a strip for its title above it.
  let hasStrip: Bool
  /// Whether there is a row under the labels of the step axis.
  let hasSecondRow: Bool
  /// The height of the row that names what begins where; 0 where those names fit beside the panel's title.
  let boundaryRow: Double

  init(of chart: Chart) {
    let width = Double(max(64, min(chart.width, 1 << 15)))
    let height = Double(max(48, min(chart.height, 1 << 15)))
    size = (width, height)
    sizes = TypeSizes(width: width, height: height)
    panels = chart.panels.isEmpty ? [Panel(series: [])] : Array(chart.panels.prefix(8))
    (titleLines, top) = Self.title(chart.title, width: width, sizes: sizes)
    hasSecondRow = chart.twinAxis != nil || (chart.xTitle != nil && !sizes.isTiny)
    // In a picture of one line, its title says enough.
    hasStrip = !sizes.isTiny || panels.count > 1 || titleLines.isEmpty
    let title = panels.first?.title ?? ""
    let titleEnd = hasStrip ? sizes.padding + TextWidth.of(title, size: sizes.axis) + 10 : width
    boundaryRow = Self.needsRow(chart, titleEnd: titleEnd, width: width) ? sizes.boundaryRow : 0
  }

  /// From the top of the panels' part to the first plot.
  var aboveFirst: Double { (hasStrip ? sizes.header : sizes.headroom) + boundaryRow }

  /// From one plot to the next.
  var betweenPlots: Double { sizes.panelGap + sizes.header }

  /// The height of the step axis.
  var bottom: Double { size.height - sizes.padding - sizes.stepLabels - (hasSecondRow ? sizes.stepTitle : 0) + 4 }

  private static func title(_ title: String?, width: Double, sizes: TypeSizes) -> (lines: [PlacedText], end: Double) {
    var top = sizes.padding
    guard let title else { return ([], top) }
    let lines = Fitting.wrapped(
      title, size: sizes.title, width: width - 2 * sizes.padding, lines: sizes.titleLines, isBold: true)
    let placed = lines.map { line in
      defer { top += sizes.titleLineHeight }
      return PlacedText(text: line, x: sizes.padding, baseline: top + sizes.title * 0.85)
    }
    return (placed, lines.isEmpty ? top : top + sizes.padding * 0.4)
  }

  /// Whether a boundary's label may run into the panel's title, so that labels need a row of their own.
  ///
  /// The plot is not placed yet; its left end cannot be further left than the picture's, nor its right end than this.
  private static func needsRow(_ chart: Chart, titleEnd: Double, width: Double) -> Bool {
    func mayMeet(_ position: Double, _ label: String?) -> Bool {
      label != nil && position >= 0 && position / Double(max(1, chart.rowCount)) * width * 0.6 < titleEnd
    }
    return chart.boundaries.contains { mayMeet($0.position, $0.label) }
      || chart.events.contains { mayMeet($0.position, $0.label) }
  }
}
