/// Which boundaries are drawn, and which of their labels have room.
struct BoundaryLayout: Sendable, Equatable {
  /// Where hairlines stand.
  let lines: [Double]
  let labels: [PlacedText]

  init(of boundaries: [Boundary], along axis: StepScale, right: Double, baseline: Double, size: Double) {
    guard !boundaries.isEmpty else {
      (lines, labels) = ([], [])
      return
    }
    let plot = axis.pixels
    let visible = boundaries.filter { $0.position >= 0 && $0.position <= Double(max(1, axis.rowCount)) }
      .sorted { $0.position < $1.position }
    let places = visible.map { axis.position(of: $0.position) }
    // A thousand cycles would make a grey area of hairlines.
    let isCrowded = Double(visible.count) * 8 > plot.end - plot.start
    lines = isCrowded ? [] : places.filter { $0 > plot.start + 0.5 && $0 < plot.end - 0.5 }
    labels = isCrowded ? [] : Self.labels(visible, at: places, right: right, baseline: baseline, size: size)
  }

  /// Each label begins at its hairline, or after the label before it where that runs over.
  private static func labels(
    _ boundaries: [Boundary], at places: [Double], right: Double, baseline: Double, size: Double
  ) -> [PlacedText] {
    let inset = 4.0
    let distance = 8.0
    let named = zip(boundaries, places).compactMap { boundary, place in
      boundary.label.map { (label: Fitting.oneLine($0), place: place) }
    }.filter { !$0.label.isEmpty }
    var labels: [PlacedText] = []
    var taken = -Double.infinity
    for (index, item) in named.enumerated() {
      let start = max(item.place + inset, taken + distance)
      var end = right
      if index + 1 < named.count {
        // A warm-up is short and its name is long: the next label may make way, if its own phase has room enough.
        let next = named[index + 1]
        let nextRoom = (index + 2 < named.count ? named[index + 2].place : right) - next.place
        let spare = nextRoom - TextWidth.of(next.label, size: size) - 2 * distance
        end = next.place - inset + max(0, min(spare, 64))
      }
      let text = Fitting.elided(item.label, size: size, width: end - start)
      // Three letters and “…” say nothing.
      guard text == item.label || text.count >= 6 else { continue }
      labels.append(PlacedText(text: text, x: start, baseline: baseline))
      taken = start + TextWidth.of(text, size: size)
    }
    return labels
  }
}
