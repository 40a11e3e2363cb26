/// Where a panel and everything in it stands.
struct PanelLayout: Sendable {
  let plot: Rectangle
  let title: PlacedText?
  let range: ValueRange
  let scale: any Scale
  let traces: [TracedSeries]
  let names: [PlacedName]
  var notes: [PlacedNote] = []

  var hidesValues: Bool { range.hidesValues }

  /// Where the value stands that others are compared with, if that is not the axis itself.
  var baseline: Double? {
    guard !range.isLogarithmic, let value = range.baseline else { return nil }
    let y = scale.position(of: value).rounded(.down) + 0.5
    return y > plot.top && y < plot.bottom ? y : nil
  }

  /// The tick labels that have room; in a very low panel only every second or third has, or the outermost two.
  func tickLabels(size: Double) -> [(y: Double, label: String)] {
    let places = range.ticks.all.map { (y: scale.position(of: $0.value), label: $0.label) }
    guard let first = places.first, let last = places.last, places.count > 1 else { return places }
    var closest = Double.infinity
    for index in 1..<places.count { closest = min(closest, places[index - 1].y - places[index].y) }
    if closest >= size * 1.1 { return places }
    for stride in 2..<max(3, places.count) {
      // Both ends are kept, and so are equal steps between.
      guard (places.count - 1).isMultiple(of: stride), closest * Double(stride) >= size * 1.1 else { continue }
      return places.indices.filter { $0.isMultiple(of: stride) }.map { places[$0] }
    }
    return first.y - last.y >= size * 1.1 ? [first, last] : [first]
  }
}

/// A series with its path and how that is told from others.
struct TracedSeries: Sendable {
  let trace: Trace
  let line: LineLook
}

/// The name at the end of a curve.
struct PlacedName: Sendable, Equatable {
  let text: String
  let line: LineLook
  /// The height of the middle of the name.
  let y: Double
  /// Where the curve ends, if it has anything to draw.
  let curveEnd: Trace.Point?
}
