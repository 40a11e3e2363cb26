/// Where a panel and everything in it stands.
struct PanelLayout: Sendable {
  let plot: Rectangle
  let title: PlacedText?
  let range: ValueRange
  let scale: any Scale
  let traces: [TracedSeries]
  let names: [PlacedName]

  var hidesValues: Bool { range.hidesValues }

  /// The tick labels that have room; in a very low panel not all have.
  func tickLabels(size: Double) -> [(y: Double, label: String)] {
    var kept: [(y: Double, label: String)] = []
    for tick in range.ticks.all {
      let y = scale.position(of: tick.value)
      guard kept.last.map({ $0.y - y >= size }) ?? true else { continue }
      kept.append((y, tick.label))
    }
    return kept
  }
}

/// A series with its path and its place in the palette.
struct TracedSeries: Sendable {
  let trace: Trace
  let paletteIndex: Int
}

/// The name at the end of a curve.
struct PlacedName: Sendable, Equatable {
  let text: String
  let paletteIndex: Int
  /// The height of the middle of the name.
  let y: Double
  /// Where the curve ends, if it has anything to draw.
  let curveEnd: Trace.Point?
}
