extension PanelLayout {
  init(
    of panel: Panel, plot: Rectangle, title: PlacedText?, range: ValueRange, names: [String?], along axis: StepScale,
    sizes: TypeSizes, lowest: Double
  ) {
    let scale = range.scale(Interval(start: plot.bottom, end: plot.top))
    self.plot = plot
    self.title = title
    self.range = range
    self.scale = scale
    let coincidence = Coincidence(in: panel.series)
    let traces = panel.series.indices.map { index in
      TracedSeries(
        trace: Trace(of: panel.series[index], along: axis, on: scale, height: plot.height),
        line: LineLook(of: panel, at: index, besides: coincidence))
    }
    self.traces = traces
    let named = traces.indices.filter { names[$0] != nil }
    let half = sizes.nameLineHeight / 2
    let bottom = max(plot.top, min(plot.bottom + half - 2, lowest - half))
    let places = Spreading.spread(
      named.map { traces[$0].trace.end?.y ?? plot.bottom }, distance: sizes.nameLineHeight, within: plot.top...bottom)
    self.names = named.indices.map { rank in
      let traced = traces[named[rank]]
      return PlacedName(
        text: names[named[rank]] ?? "", line: traced.line, y: places[rank], curveEnd: traced.trace.end)
    }
  }
}
