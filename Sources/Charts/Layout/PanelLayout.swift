/// Where a panel and everything in it stands.
struct PanelLayout: Sendable {
  let plot: Rectangle
  /// Where names beside the plot have to end.
  let lowest: Double
  let title: PlacedText?
  let range: ValueRange
  let scale: any Scale
  /// The tick labels that have room.
  let labels: [TickLabel]
  let traces: [TracedSeries]
  /// The names right of the plot.
  var names: [PlacedName]
  var notes: [PlacedNote] = []

  var hidesValues: Bool { range.hidesValues }

  /// Where the value stands that others are compared with, if that is not the axis itself.
  var baseline: Double? {
    guard !range.isLogarithmic, let value = range.baseline else { return nil }
    let y = scale.position(of: value).rounded(.down) + 0.5
    return y > plot.top && y < plot.bottom ? y : nil
  }
}

/// A series with its path and how that is told from others; a class, as the layout is.
final class TracedSeries: Sendable {
  let trace: Trace
  let line: LineLook

  init(trace: Trace, line: LineLook) {
    self.trace = trace
    self.line = line
  }
}

/// The name at the end of a curve.
struct PlacedName: Sendable, Equatable {
  let text: String
  let line: LineLook
  /// The height of the middle of the name.
  var y: Double
  /// Where the curve ends, if it has anything to draw.
  let curveEnd: Trace.Point?
  /// The curve's place in its panel.
  let series: Int
}
