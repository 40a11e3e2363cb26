/// Where a panel and everything in it stands; a class, as the layout is.
final class PanelLayout: Sendable {
  let plot: Rectangle
  let title: PlacedText?
  let range: ValueRange
  let scale: ValueScale
  /// The tick labels that have room.
  let labels: [TickLabel]
  let traces: [TracedSeries]
  /// Whether nothing stands right of the plot.
  let hasFreeMargin: Bool
  /// The names beside the curves.
  let names: [PlacedName]
  let notes: [PlacedNote]

  /// A panel without names and notes.
  init(_ index: Int, under header: Header, _ rows: Rows, _ columns: Columns, along axis: StepScale) {
    let (panel, sizes) = (header.panels[index], header.sizes)
    let (top, bottom) = rows.plots[index]
    let range = rows.ranges[index]
    let scale = range.scale(PixelRange(start: bottom, end: top))
    plot = Rectangle(left: columns.left, top: top, right: columns.right, bottom: bottom)
    hasFreeMargin = !columns.hasMargin
    let isTitled = index > 0 || header.hasStrip
    title = (isTitled ? panel.title : nil).map {
      PlacedText(
        text: Fitting.elided(Fitting.oneLine($0), size: sizes.axis, width: header.size.width - 2 * sizes.padding),
        x: sizes.padding, baseline: top - (index == 0 ? header.boundaryRow : 0) - sizes.header + sizes.axis * 0.9)
    }
    (self.range, self.scale) = (range, scale)
    labels = range.ticks.labels(on: scale, apart: sizes.axis * 1.1)
    let coincidence = Coincidence(in: panel.series)
    traces = panel.series.indices.map { index in
      TracedSeries(
        trace: Trace(
          of: panel.series[index], along: axis, on: scale, height: bottom - top, scaledBy: header.scale,
          isCropped: range.isCropped),
        line: LineLook(of: panel, at: index, besides: coincidence, in: header.palette))
    }
    (names, notes) = ([], [])
  }

  /// The same panel with more names and with notes.
  init(_ panel: PanelLayout, adding names: [PlacedName], notes: [PlacedNote] = []) {
    (plot, title, range, scale) = (panel.plot, panel.title, panel.range, panel.scale)
    (labels, traces, hasFreeMargin) = (panel.labels, panel.traces, panel.hasFreeMargin)
    (self.names, self.notes) = (panel.names + names, panel.notes + notes)
  }

  /// Where the value stands that others are compared with, if that is not the axis itself.
  var baseline: Double? {
    guard !range.isLogarithmic, let value = range.baseline else { return nil }
    let y = scale.position(of: value).rounded(.down) + 0.5
    return y > plot.top && y < plot.bottom ? y : nil
  }
}

/// A series with its path and how that is told from others; a class, like the layout.
final class TracedSeries: Sendable {
  let trace: Trace
  let line: LineLook

  init(trace: Trace, line: LineLook) {
    self.trace = trace
    self.line = line
  }
}
