/// Finds each note a place near its dot that covers nothing.
struct NoteLayout {
  private let panel: Panel
  private let layout: PanelLayout
  private let scale: StepScale
  private let size: Double
  private let room: Rectangle
  private var taken: [Rectangle] = []
  private var hairlines: [Double] = []
  private let curves: [Silhouette]

  /// A reader looks at a few; so many are placed without a noticeable wait.
  private static let most = 24

  init(of panel: Panel, in layout: PanelLayout, along scale: StepScale, sizes: TypeSizes, width: Double) {
    self.panel = panel
    self.layout = layout
    self.scale = scale
    size = sizes.axis
    let plot = layout.plot
    // Names stand right of the plot; without them there is the margin.
    let right = layout.names.isEmpty ? width - 4 : plot.right
    room = Rectangle(left: plot.left + 4, top: plot.top - sizes.header + 2, right: right, bottom: plot.bottom - 3)
    curves = panel.series.map { Silhouette(of: $0, along: scale, on: layout.scale) }
    for note in panel.notes.prefix(Self.most) {
      if let dot = dot(of: note) { taken.append(Self.box(around: dot)) }
    }
  }

  /// Keeps notes off some texts.
  mutating func avoid(_ texts: [PlacedText], size: Double) {
    taken += texts.map { $0.box(size: size) }
  }

  /// Keeps notes off some lines where there is room elsewhere.
  mutating func avoid(hairlines: [Double]) { self.hairlines = hairlines }

  /// The notes that have found a place.
  func placed() -> [PlacedNote] {
    var taken = taken
    var placed: [PlacedNote] = []
    for note in panel.notes.prefix(Self.most) {
      let label = Fitting.oneLine(note.label)
      guard let dot = dot(of: note), !label.isEmpty, let text = place(label, at: dot, besides: taken) else { continue }
      taken.append(text.box(size: size))
      placed.append(PlacedNote(dot: dot, line: layout.traces[note.series].line, text: text, series: note.series))
    }
    return placed
  }

  /// Where a note's dot stands; `nil` for one that is on no curve or outside its panel.
  private func dot(of note: Note) -> Trace.Point? {
    guard layout.traces.indices.contains(note.series), note.row >= 0, note.row <= scale.rowCount,
      note.value.isFinite, note.value > layout.scale.lowerLimit
    else { return nil }
    return Trace.Point(x: scale.position(of: Double(note.row)), y: layout.scale.position(of: note.value))
  }

  private static func box(around dot: Trace.Point) -> Rectangle {
    let reach = PlacedNote.radius + 1
    return Rectangle(left: dot.x - reach, top: dot.y - reach, right: dot.x + reach, bottom: dot.y + reach)
  }

  /// The first place that is free and on no hairline, else the first that is free: above and below before beside, near
  /// before far.
  private func place(_ label: String, at dot: Trace.Point, besides taken: [Rectangle]) -> PlacedText? {
    let width = TextWidth.of(label, size: size)
    var onHairline: PlacedText?
    for distance in [6.0, 12, 20] {
      for (x, baseline) in places(around: dot, distance: distance, width: width) {
        let text = PlacedText(text: label, x: x, baseline: baseline)
        let box = text.box(size: size, width: width)
        guard box.isInside(room), !taken.contains(where: box.overlaps),
          !curves.contains(where: { $0.meets(box, distance: 2) })
        else { continue }
        guard hairlines.contains(where: { $0 > box.left - 2 && $0 < box.right + 2 }) else { return text }
        onHairline = onHairline ?? text
      }
    }
    return onHairline
  }

  /// Where a text may begin.
  private func places(
    around dot: Trace.Point, distance: Double, width: Double
  ) -> [(x: Double, baseline: Double)] {
    let (above, below) = (dot.y - distance, dot.y + distance + size * 0.72)
    let beside = PlacedText.baseline(centredOn: dot.y, size: size)
    let (right, left) = (dot.x + distance, dot.x - distance - width)
    return [
      (dot.x - width / 2, above), (dot.x + 4, above), (dot.x - 4 - width, above), (right, beside), (left, beside),
      (dot.x - width / 2, below), (dot.x + 4, below), (dot.x - 4 - width, below), (right + 12, above),
      (left - 12, above), (right + 12, below), (left - 12, below),
    ]
  }
}
