extension PanelLayout {
  init(
    _ index: Int, under header: Header, rows: Rows, columns: Columns, names: [String?], along axis: StepScale
  ) {
    let (panel, sizes) = (header.panels[index], header.sizes)
    let (top, bottom) = rows.plots[index]
    let plot = Rectangle(left: columns.left, top: top, right: columns.right, bottom: bottom)
    let range = rows.ranges[index]
    let scale = range.scale(Interval(start: plot.bottom, end: plot.top))
    self.plot = plot
    lowest = index == rows.plots.count - 1 ? header.size.height - sizes.padding : bottom + sizes.panelGap
    let isTitled = index > 0 || header.hasStrip
    title = (isTitled ? panel.title : nil).map {
      PlacedText(
        text: Fitting.elided(Fitting.oneLine($0), size: sizes.axis, width: header.size.width - 2 * sizes.padding),
        x: sizes.padding, baseline: top - (index == 0 ? header.boundaryRow : 0) - 14.5)
    }
    self.range = range
    self.scale = scale
    labels = range.ticks.labels(on: scale, apart: sizes.axis * 1.1)
    let coincidence = Coincidence(in: panel.series)
    let traces = panel.series.indices.map { index in
      TracedSeries(
        trace: Trace(of: panel.series[index], along: axis, on: scale, height: plot.height),
        line: LineLook(of: panel, at: index, besides: coincidence))
    }
    self.traces = traces
    let named = traces.indices.filter { names[$0] != nil }
    self.names = named.map {
      PlacedName(
        text: names[$0] ?? "", line: traces[$0].line, y: plot.bottom, curveEnd: traces[$0].trace.end, series: $0)
    }
    spreadNames(sizes: sizes)
  }

  /// Moves the names right of the plot apart.
  mutating func spreadNames(sizes: TypeSizes) {
    let half = sizes.nameLineHeight / 2
    let bottom = max(plot.top, min(plot.bottom + half - 2, lowest - half))
    let places = Spreading.spread(
      names.map { $0.curveEnd?.y ?? plot.bottom }, distance: sizes.nameLineHeight, within: plot.top...bottom)
    for (index, place) in places.enumerated() { names[index].y = place }
  }

  /// The names of curves that end before the others do, each as a note at its end.
  func earlyNames(_ panel: Panel, along axis: StepScale) -> [Note] {
    let edge = min(axis.position(of: Double(axis.rowCount - 1)), plot.right - EndLabel.reach)
    let limit = scale.lowerLimit
    return names.compactMap { name in
      let series = panel.series[name.series]
      guard let end = name.curveEnd, end.x < edge,
        let row = series.values.lastIndex(where: { $0.isFinite && $0 > limit })
      else { return nil }
      // Where a last value holds until the end of its row, the name stands there.
      let isAtRow = abs(axis.position(of: Double(row)) - end.x) < 1e-6
      return Note(row: isAtRow ? row : row + 1, value: series.values[row], label: name.text, series: name.series)
    }
  }
}
