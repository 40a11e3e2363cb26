/// Which boundaries are drawn, and which of their labels have room.
struct BoundaryLayout: Sendable, Equatable {
  /// Where hairlines stand.
  let lines: [Double]
  let labels: [PlacedText]

  init(of boundaries: [Boundary], along axis: StepScale, right: Double, baseline: Double, size: Double) {
    let plot = axis.pixels
    let visible = boundaries.filter { $0.position >= 0 && $0.position <= Double(max(1, axis.rowCount)) }
      .sorted { $0.position < $1.position }
    let places = visible.map { axis.position(of: $0.position) }
    // A thousand cycles would make a grey area of hairlines.
    let isCrowded = Double(visible.count) * 8 > plot.end - plot.start
    lines = isCrowded ? [] : places.filter { $0 > plot.start + 0.5 && $0 < plot.end - 0.5 }
    labels = isCrowded ? [] : Self.labels(visible, at: places, right: right, baseline: baseline, size: size)
  }

  /// Each label begins at its hairline and ends before the next one; a shortened one keeps at least a few letters.
  private static func labels(
    _ boundaries: [Boundary], at places: [Double], right: Double, baseline: Double, size: Double
  ) -> [PlacedText] {
    var labels: [PlacedText] = []
    let inset = 4.0
    for (index, boundary) in boundaries.enumerated() {
      guard let label = boundary.label.map(Fitting.oneLine), !label.isEmpty else { continue }
      let start = places[index] + inset
      let next = zip(boundaries, places).dropFirst(index + 1).first { $0.0.label != nil }?.1
      let room = (next.map { $0 - inset } ?? right) - start
      let text = Fitting.elided(label, size: size, width: room)
      guard text == label || text.count >= 5 else { continue }
      labels.append(PlacedText(text: text, x: start, baseline: baseline))
    }
    return labels
  }
}
