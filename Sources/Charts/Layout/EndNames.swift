/// The names that stand right of the plot, each at the height at which its curve ends.
struct EndNames: Sendable {
  /// For each panel and series the name as it fits there; `nil` for one that stands elsewhere or has no name.
  let names: [[String?]]
  /// The width that they take right of the plot.
  let margin: Double

  private static let lead = 7.0

  /// None.
  init(none panels: [Panel]) {
    names = panels.map { $0.series.map { _ in nil } }
    margin = 0
  }

  /// Those of curves that reach the right edge and are apart there.
  init(of chart: Chart, under header: Header, _ rows: Rows) {
    let sizes = header.sizes
    let room = header.size.width * 0.3 - Self.lead
    let axis = StepAxisLayout.scale(of: chart, along: PixelRange(start: 0, end: header.size.width * 0.8))
    names = zip(header.panels, zip(rows.ranges, rows.plots)).map { panel, place in
      let (range, plot) = place
      let none: [String?] = panel.series.map { _ in nil }
      let scale = range.scale(PixelRange(start: plot.bottom, end: plot.top))
      let ends = panel.series.map { series in
        series.name == nil ? nil : Self.end(of: series, along: axis, on: scale, isCropped: range.isCropped)
      }
      let heights = ends.compactMap { $0 }.sorted()
      let areApart = zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= sizes.nameLineHeight * 0.9 }
      let named = panel.series.indices.filter { ends[$0] != nil }
      let wanted = named.map { Fitting.oneLine(panel.series[$0].name ?? "") }
      guard room >= 24, areApart, !named.isEmpty,
        let texts = SeriesNames.fitted(wanted, by: .font(size: sizes.name), width: room)
      else { return none }
      var names = none
      for (index, text) in zip(named, texts) { names[index] = text }
      return names
    }
    let widest = names.joined().reduce(0) { max($0, $1.map { TextWidth.of($0, size: sizes.name) } ?? 0) }
    margin = widest > 0 ? Self.lead + widest : 0
  }

  /// How far from the edge a curve may end whose name stands there.
  private static let reach = 40.0

  /// The height at which a curve ends at the right edge; `nil` for one that ends before it, or beyond an axis.
  private static func end(of series: Series, along axis: StepScale, on scale: ValueScale, isCropped: Bool) -> Double? {
    let rows = axis.visible(of: series.values.count)
    guard let row = rows.last(where: { series.values[$0].isFinite && series.values[$0] > scale.lowerLimit }),
      axis.pixels.end - axis.position(of: Double(row + 1)) < reach
    else { return nil }
    if isCropped, !(0...1).contains(scale.fraction(of: series.values[row])) { return nil }
    return scale.position(of: series.values[row])
  }

  /// The names of a panel, where its plot is.
  func placed(_ index: Int, in panel: PanelLayout, sizes: TypeSizes) -> [PlacedName] {
    let named = names[index].indices.filter { names[index][$0] != nil && panel.traces[$0].trace.end != nil }
    let half = sizes.nameLineHeight / 2
    let bottom = max(panel.plot.top, panel.plot.bottom + half - 2)
    let places = Spreading.spread(
      named.map { panel.traces[$0].trace.end?.y ?? panel.plot.bottom }, distance: sizes.nameLineHeight,
      within: panel.plot.top...bottom)
    return zip(named, places).map { series, y in
      PlacedName(
        text: PlacedText(
          text: names[index][series] ?? "", x: panel.plot.right + Self.lead,
          baseline: PlacedText.baseline(centredOn: y, size: sizes.name)),
        line: panel.traces[series].line, series: series)
    }
  }
}

/// The name of a curve, where it stands.
struct PlacedName: Sendable, Equatable {
  let text: PlacedText
  let line: LineLook
  /// The curve's place in its panel.
  let series: Int
}
