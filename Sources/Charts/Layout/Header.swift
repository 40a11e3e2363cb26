/// The first step of a layout: how large the picture and its letters are, and what stands above and below its panels.
final class Header: Sendable {
  /// In the picture's own units: pixels, where its letters have their usual size.
  let size: (width: Double, height: Double)
  /// How many pixels make one of those units.
  let scale: Double
  let sizes: TypeSizes
  /// What is drawn, at least one and at most eight.
  let panels: [Panel]
  /// The colours that curves are told apart by.
  let palette: Palette
  let titleLines: [PlacedText]
  let footers: [PlacedText]
  /// Where the titles end.
  let top: Double
  /// The height of the step axis.
  let bottom: Double
  /// Whether the first panel has a strip for its title above it.
  let hasStrip: Bool
  /// Whether there is a row under the labels of the step axis.
  let hasSecondRow: Bool
  /// The height of the row that names what begins where; 0 where those names fit beside the panel's title.
  let boundaryRow: Double

  init(of chart: Chart) {
    let scale = chart.scale.isFinite ? max(0.1, min(chart.scale, 20)) : 1
    // In whole pixels.
    func side(_ pixels: Int, atLeast least: Double) -> Double {
      max((least * scale).rounded(.up), Double(max(1, min(pixels, 1 << 15)))) / scale
    }
    let width = side(chart.width, atLeast: 64)
    let sizes = TypeSizes(width: width, height: side(chart.height, atLeast: 48), scale: scale)
    let panels = chart.panels.isEmpty ? [Panel(series: [])] : Array(chart.panels.prefix(8))
    (titleLines, top) = Self.title(chart.title, width: width, sizes: sizes)
    hasSecondRow = chart.twinAxis != nil || (chart.xTitle != nil && !sizes.isTiny)
    // In a picture of one line, its title says enough.
    hasStrip = !sizes.isTiny || panels.count > 1 || titleLines.isEmpty
    let title = panels.first?.title ?? ""
    let titleEnd = hasStrip ? sizes.padding + TextWidth.of(title, size: sizes.axis) + 10 : width
    boundaryRow = Self.needsRow(chart, titleEnd: titleEnd, width: width) ? sizes.boundaryRow : 0
    let lines = Self.footers(chart.footers, width: width, sizes: sizes)
    let footer = lines.isEmpty ? 0 : Double(lines.count) * sizes.footerLineHeight + 4
    let below = sizes.padding + footer + sizes.stepLabels + (hasSecondRow ? sizes.stepTitle : 0) - 4
    let strips =
      (hasStrip ? sizes.header : sizes.headroom) + boundaryRow
      + Double(panels.count - 1) * (sizes.panelGap + sizes.header)
    let wanted = panels.count == 1 ? 0 : 200 + Double(panels.count - 1) * Self.leastPanel
    let least =
      chart.mayGrow && !sizes.isTiny ? ((top + strips + wanted + below) * scale).rounded(.up) / scale : 0
    let height = max(side(chart.height, atLeast: 48), least)
    bottom = height - below
    footers = lines.enumerated().map { index, line in
      let rest = Double(lines.count - 1 - index) * sizes.footerLineHeight
      return PlacedText(text: line, x: sizes.padding, baseline: height - sizes.padding - rest + 3)
    }
    palette = chart.theme == .print ? .print : .light
    (size, self.scale) = ((width, height), scale)
    (self.sizes, self.panels) = (sizes, panels)
  }

  /// A lower panel is no use below this height.
  static let leastPanel = 90.0

  /// From the top of the panels' part to the first plot.
  var aboveFirst: Double { (hasStrip ? sizes.header : sizes.headroom) + boundaryRow }

  /// From one plot to the next.
  var betweenPlots: Double { sizes.panelGap + sizes.header }

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

  private static func footers(_ footers: [String], width: Double, sizes: TypeSizes) -> [String] {
    if sizes.isTiny { return [] }
    return footers.prefix(4).flatMap {
      Fitting.wrapped($0, size: sizes.boundary, width: width - 2 * sizes.padding, lines: 3, isBold: false)
    }
  }

  /// Whether a boundary's label may run into the panel's title, so that labels need a row of their own.
  ///
  /// The plot is not placed yet; its left end cannot be further left than the picture's, nor its right end than this.
  private static func needsRow(_ chart: Chart, titleEnd: Double, width: Double) -> Bool {
    let axis = StepAxisLayout.scale(of: chart, along: PixelRange(start: 0, end: width * 0.6))
    func mayMeet(_ position: Double, _ label: String?) -> Bool {
      label != nil && axis.shows(position) && axis.position(of: position) < titleEnd
    }
    return chart.boundaries.contains { mayMeet($0.position, $0.label) }
      || chart.markers.contains { mayMeet($0.position, $0.label) }
      || chart.events.contains { mayMeet($0.position, $0.label) }
  }
}
