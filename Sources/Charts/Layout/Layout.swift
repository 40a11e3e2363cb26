/// Every place in a picture, known before anything is drawn.
///
/// A class, for ten marks have it in common, and copies of all that it holds would be a tenth of a small picture's time.
final class Layout: Sendable {
  let size: (width: Double, height: Double)
  let sizes: TypeSizes
  let titleLines: [PlacedText]
  let legend: LegendLayout
  let legendTop: Double
  let panels: [PanelLayout]
  let stepAxis: StepAxisLayout
  let boundaries: BoundaryLayout
  /// The right end of the plots, where names begin.
  let plotRight: Double
  /// How many of the palette's colours are in use.
  let paletteSize: Int

  init(of chart: Chart) {
    let width = Double(max(64, min(chart.width, 1 << 15)))
    let height = Double(max(48, min(chart.height, 1 << 15)))
    let sizes = TypeSizes(width: width, height: height)
    let padding = sizes.padding
    size = (width, height)
    self.sizes = sizes
    let source = chart.panels.isEmpty ? [Panel(series: [])] : Array(chart.panels.prefix(8))

    var top = padding
    titleLines = Self.title(chart.title, top: &top, width: width, sizes: sizes)

    let hasSecondRow = chart.twinAxis != nil || (chart.xTitle != nil && !sizes.isTiny)
    // In a picture of one line, its title says enough.
    let hasHeader = !sizes.isTiny || source.count > 1 || titleLines.isEmpty
    let header = hasHeader ? sizes.header : sizes.headroom
    let bottom = height - padding - sizes.stepLabels - (hasSecondRow ? sizes.stepTitle : 0) + 4
    let titleEnd = hasHeader ? padding + TextWidth.of(source[0].title ?? "", size: sizes.axis) + 10 : width
    let boundaryRow = Self.needsRow(chart, titleEnd: titleEnd, width: width) ? sizes.boundaryRow : 0
    func heights() -> [Double] {
      let between = Double(source.count - 1) * (sizes.panelGap + sizes.header)
      return Self.split(bottom - top - header - boundaryRow - between, among: source.count)
    }

    let naming = Naming(of: source, heights: heights(), width: width, sizes: sizes)
    legendTop = top
    legend =
      naming.usesLegend
      ? LegendLayout(of: source, left: padding, right: width - padding, maxHeight: (bottom - top) / 3, sizes: sizes)
      : LegendLayout()
    top += legend.height

    let panelHeights = heights()
    let ranges = source.indices.map { ValueRange(of: source[$0], height: panelHeights[$0]) }
    let labelWidth = ranges.reduce(0) { max($0, $1.labelWidth(size: sizes.axis)) }
    let overhang = StepAxisLayout.overhang(chart, sizes: sizes)
    let titleMargin = StepAxisLayout.titleMargin(chart, sizes: sizes)
    let left = min(max(padding + max(labelWidth + 8, titleMargin), overhang + 2), width * 0.6).rounded(.up)
    let right = max(left + 8, width - padding - max(naming.margin, overhang - padding + 4)).rounded(.down)
    plotRight = right
    stepAxis = StepAxisLayout(of: chart, from: left, to: right, y: bottom, sizes: sizes, hasTitle: hasSecondRow)
    boundaries = BoundaryLayout(
      of: chart, along: stepAxis.scale,
      labels: LabelRow(
        right: width - padding, baseline: top + header + boundaryRow - 8, ruler: .font(size: sizes.boundary)),
      spacing: 8)

    var panels: [PanelLayout] = []
    for (index, panel) in source.enumerated() {
      let header = (index == 0 ? header + boundaryRow : sizes.header + sizes.panelGap)
      // Whole and a half, so that a hairline at either end is sharp.
      let plotTop = (top + header).rounded(.down) + 0.5
      let isLast = index == source.count - 1
      let plotBottom = max(
        plotTop + 1, isLast ? bottom.rounded(.down) + 0.5 : (plotTop + panelHeights[index]).rounded(.down) + 0.5)
      let plot = Rectangle(left: left, top: plotTop, right: right, bottom: plotBottom)
      let titleBaseline = plotTop - (index == 0 ? boundaryRow : 0) - 14.5
      let title = (hasHeader ? panel.title : nil).map {
        PlacedText(
          text: Fitting.elided(Fitting.oneLine($0), size: sizes.axis, width: width - 2 * padding), x: padding,
          baseline: titleBaseline)
      }
      panels.append(
        PanelLayout(
          of: panel, plot: plot, title: title, range: ranges[index], names: naming.names[index],
          along: stepAxis.scale, sizes: sizes, lowest: isLast ? height - padding : plotBottom + sizes.panelGap))
      top = plotBottom
    }
    let texts = titleLines + panels.compactMap(\.title)
    for (index, panel) in source.enumerated() {
      let names = panels[index].earlyNames(panel, along: stepAxis.scale)
      guard !panel.notes.isEmpty || !names.isEmpty else { continue }
      var noted = panel
      noted.notes = names + panel.notes
      var notes = NoteLayout(of: noted, in: panels[index], along: stepAxis.scale, sizes: sizes, width: width)
      notes.avoid(texts, size: sizes.axis)
      notes.avoid(boundaries.labels, size: sizes.boundary)
      notes.avoid(hairlines: boundaries.lines + boundaries.eventLines)
      panels[index].notes = notes.placed()
      guard !names.isEmpty else { continue }
      // A name that found no place at its curve's end stands with the others, and a leader goes there.
      let placed = Set(panels[index].notes.map(\.series))
      panels[index].names.removeAll { name in
        names.contains { $0.series == name.series } && placed.contains(name.series)
      }
      let isLast = index == source.count - 1
      panels[index].spreadNames(
        sizes: sizes, lowest: isLast ? height - padding : panels[index].plot.bottom + sizes.panelGap)
    }
    self.panels = panels
    paletteSize = panels.reduce(0) { most, panel in
      panel.traces.reduce(most) { $1.line.isReference ? $0 : max($0, Palette.colour($1.line.paletteIndex) + 1) }
    }
  }
}

// MARK: Parts

extension Layout {
  private static func title(
    _ title: String?, top: inout Double, width: Double, sizes: TypeSizes
  ) -> [PlacedText] {
    guard let title else { return [] }
    let lines = Fitting.wrapped(
      title, size: sizes.title, width: width - 2 * sizes.padding, lines: sizes.titleLines, isBold: true)
    var placed: [PlacedText] = []
    for line in lines {
      placed.append(PlacedText(text: line, x: sizes.padding, baseline: top + sizes.title * 0.85))
      top += sizes.titleLineHeight
    }
    if !lines.isEmpty { top += sizes.padding * 0.4 }
    return placed
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

  /// The main panel's share, then equal ones.
  private static func split(_ height: Double, among count: Int) -> [Double] {
    let height = max(Double(count), height)
    guard count > 1 else { return [height] }
    let first = height * 0.62
    return [first] + Array(repeating: (height - first) / Double(count - 1), count: count - 1)
  }
}
