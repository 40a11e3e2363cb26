/// Which boundaries and events are drawn, and which of their labels have room.
struct BoundaryLayout: Sendable, Equatable {
  /// Where hairlines stand.
  private(set) var lines: [Double] = []
  /// Where the quieter ones of events stand.
  private(set) var eventLines: [Double] = []
  /// Where there are too many events for hairlines: short marks at the top of the first panel.
  private(set) var eventMarks: [Double] = []
  private(set) var labels: [PlacedText] = []

  /// Places what is at least `spacing` apart on average, and its labels in a row.
  init(of chart: Chart, along axis: StepScale, labels row: LabelRow, spacing: Double) {
    let boundaries = chart.boundaries.map { Place(position: $0.position, label: $0.label) }
    let events = chart.events.map { Place(position: $0.position, label: $0.label) }
    guard !boundaries.isEmpty || !events.isEmpty else { return }
    let first = Self.visible(boundaries, along: axis, spacing: spacing)
    let second = Self.visible(events, along: axis, spacing: spacing)
    guard !Self.areDense(second.lines, spacing: spacing), !second.lines.isEmpty || events.isEmpty else {
      lines = first.lines
      labels = row.labels(first.named)
      eventMarks = Self.marks(events, along: axis, distance: spacing / 2)
      return
    }
    lines = first.lines
    eventLines = second.lines.filter { !lines.contains($0) }
    labels = row.labels(first.named)
    labels += row.labels(second.named, besides: labels)
  }

  /// Whether many lines, some of them close together, would be a grey area.
  private static func areDense(_ lines: [Double], spacing: Double) -> Bool {
    lines.count > 12 && zip(lines, lines.dropFirst()).contains { $1 - $0 < spacing }
  }

  /// As many of the places as can be told apart.
  private static func marks(_ places: [Place], along axis: StepScale, distance: Double) -> [Double] {
    let plot = axis.pixels
    let visible = places.filter { $0.position > 0 && $0.position < Double(axis.rowCount) }
    return visible.map { axis.position(of: $0.position) }.sorted().reduce(into: []) { marks, x in
      guard x > plot.start + 0.5, x < plot.end - 0.5, x - (marks.last ?? -.infinity) >= distance else { return }
      marks.append(x)
    }
  }

  private struct Place {
    let position: Double
    let label: String?
  }

  private static func visible(
    _ places: [Place], along axis: StepScale, spacing: Double
  ) -> (lines: [Double], named: [LabelRow.Label]) {
    let plot = axis.pixels
    let visible = places.filter { $0.position >= 0 && $0.position <= Double(max(1, axis.rowCount)) }
      .sorted { $0.position < $1.position }
    // A thousand cycles would make a grey area of hairlines.
    guard Double(visible.count) * spacing <= plot.end - plot.start else { return ([], []) }
    let lines = visible.map { axis.position(of: $0.position) }
    let named = zip(visible, lines).compactMap { place, x in
      place.label.map { LabelRow.Label(text: Fitting.oneLine($0), place: x) }
    }
    return (
      lines.filter { $0 > plot.start + 0.5 && $0 < plot.end - 0.5 }, named.filter { !$0.text.isEmpty }
    )
  }
}
