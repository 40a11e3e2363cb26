/// Which boundaries and events are drawn: those whose names have room, and no line without a name.
struct BoundaryLayout: Sendable, Equatable {
  /// Where hairlines stand.
  private(set) var lines: [Double] = []
  /// Where the quieter ones of events stand.
  private(set) var eventLines: [Double] = []
  /// Where there are too many events for hairlines: short marks at the top of the first panel.
  private(set) var eventMarks: [Double] = []
  /// Where the reader's own lines stand.
  private(set) var markers: [Double] = []
  private(set) var labels: [PlacedText] = []

  /// Places what is at least `spacing` apart on average, and its labels in a row.
  init(of chart: Chart, along axis: StepScale, labels row: LabelRow, spacing: Double) {
    guard !chart.boundaries.isEmpty || !chart.events.isEmpty || !chart.markers.isEmpty else { return }
    for marker in chart.markers.prefix(16) where marker.position.isFinite && axis.shows(marker.position) {
      let x = axis.position(of: marker.position)
      markers.append(x)
      if let label = row.label(Fitting.oneLine(marker.label), at: x, from: axis.pixels.start, besides: labels) {
        labels.append(label)
      }
    }
    let boundaries = chart.boundaries.map { Place(position: $0.position, label: $0.label) }
    let first = Self.visible(boundaries, along: axis, spacing: spacing)
    let placed = labels.isEmpty ? row.labels(first) : row.labels(first, besides: labels)
    lines = first.filter { label in placed.contains { row.names($0, label.place) } }.map(\.place)
      .filter { $0 > axis.pixels.start + 0.5 && $0 < axis.pixels.end - 0.5 }
    labels += placed
    placeEvents(of: chart, along: axis, labels: row, spacing: spacing)
  }

  /// Events that are noted on the curve have a line where there are few; in one panel the curve itself shows the rest.
  private mutating func placeEvents(of chart: Chart, along axis: StepScale, labels row: LabelRow, spacing: Double) {
    let events = chart.events.map { Place(position: $0.position, label: $0.label) }
    let named = Self.visible(events.filter { $0.label != nil }, along: axis, spacing: spacing)
    labels += row.labels(named, besides: labels)
    let inside = events.filter { axis.shows($0.position) }.map { axis.position(of: $0.position) }.sorted()
      .filter { $0 > axis.pixels.start + 0.5 && $0 < axis.pixels.end - 0.5 }
    let room = axis.pixels.end - axis.pixels.start
    if inside.count <= Self.mostLines, Double(inside.count) * spacing <= room {
      eventLines = inside.filter { !lines.contains($0) }
    } else if chart.panels.count > 1 {
      eventMarks = inside.reduce(into: []) { marks, x in
        if x - (marks.last ?? -.infinity) >= spacing / 2 { marks.append(x) }
      }
    }
  }

  /// More lines than this say less than the curve.
  private static let mostLines = 12

  private struct Place {
    let position: Double
    let label: String?
  }

  /// Those that have a name and are on the axis.
  private static func visible(_ places: [Place], along axis: StepScale, spacing: Double) -> [LabelRow.Label] {
    let shown = places.filter { $0.position.isFinite && axis.shows($0.position) }.sorted { $0.position < $1.position }
    // A thousand cycles would make a grey area of hairlines.
    guard Double(shown.count) * spacing <= axis.pixels.end - axis.pixels.start else { return [] }
    return shown.compactMap { place in
      let text = Fitting.oneLine(place.label ?? "")
      return text.isEmpty ? nil : LabelRow.Label(text: text, place: axis.position(of: place.position))
    }
  }
}
