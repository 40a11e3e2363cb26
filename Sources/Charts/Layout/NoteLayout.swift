/// Finds each note a place near its own that covers nothing.
struct NoteLayout {
  private let panel: Panel
  private let layout: PanelLayout
  private let axis: StepScale
  private let size: Double
  private(set) var space: Space
  private(set) var placed: [PlacedNote] = []

  /// A reader looks at a few; this many are placed without a noticeable wait.
  private static let most = 24

  init(of panel: Panel, in layout: PanelLayout, along axis: StepScale, size: Double, space: Space) {
    (self.panel, self.layout, self.axis, self.size, self.space) = (panel, layout, axis, size, space)
    let notes = panel.notes.prefix(Self.most)
    for note in notes where note.hasDot {
      if let dot = dot(of: note) { self.space.take(Self.box(around: dot)) }
    }
    for note in notes {
      let label = Fitting.oneLine(note.label ?? layout.range.text(note.value))
      guard let dot = dot(of: note), !label.isEmpty else {
        placeBelow(note, label)
        continue
      }
      let text = note.hasDot ? beside(label, dot) : onLevel(label, dot)
      guard let text else { continue }
      self.space.take(text.box(size: size))
      placed.append(
        PlacedNote(
          dot: note.hasDot ? dot : nil, line: layout.traces[note.series].line, text: text, series: note.series,
          row: note.row))
    }
  }

  /// A value that lies below the floor of the axis is shown there, if it is always to be shown.
  private mutating func placeBelow(_ note: Note, _ label: String) {
    guard note.isNeeded, layout.range.isLogarithmic, note.value <= layout.scale.lowerLimit,
      axis.shows(Double(note.row)), layout.traces.indices.contains(note.series)
    else { return }
    let label = "↓ \(label)"
    let width = TextWidth.of(label, size: size)
    let right = axis.position(of: Double(note.row))
    var places: [Place] = []
    for up in [4.0, 8, 14] {
      for x in [right - width, layout.plot.right - width, right - width - 12] {
        places.append((x, layout.plot.bottom - up))
      }
    }
    guard let text = first(of: places, label, width) else { return }
    space.take(text.box(size: size))
    placed.append(PlacedNote(dot: nil, line: layout.traces[note.series].line, text: text, series: note.series))
  }

  /// The width of the note that has to be shown and has no place; `nil` where there is none.
  static func missingWidth(of panel: Panel, in layout: PanelLayout, size: Double) -> Double? {
    let missing = panel.notes.first { note in
      note.isNeeded && layout.traces.indices.contains(note.series) && note.value > layout.scale.lowerLimit
        && !layout.notes.contains { $0.row == note.row && $0.series == note.series }
    }
    return missing.map { TextWidth.of(Fitting.oneLine($0.label ?? layout.range.text($0.value)), size: size) }
  }

  /// Where a note's dot stands; `nil` for one that is on no curve or outside its panel.
  private func dot(of note: Note) -> Trace.Point? {
    guard layout.traces.indices.contains(note.series), note.row >= 0, note.row <= axis.rowCount,
      axis.shows(Double(note.row)), note.value.isFinite, note.value > layout.scale.lowerLimit,
      !layout.range.isCropped || (-1e-9...1 + 1e-9).contains(layout.scale.fraction(of: note.value))
    else { return nil }
    return Trace.Point(x: axis.position(of: Double(note.row)), y: layout.scale.position(of: note.value))
  }

  private static func box(around dot: Trace.Point) -> Rectangle {
    let reach = PlacedNote.radius + 1
    return Rectangle(left: dot.x - reach, top: dot.y - reach, right: dot.x + reach, bottom: dot.y + reach)
  }

  /// The first place that is free and on no hairline, else the first that is free: above and below before beside, near
  /// before far.
  private func beside(_ label: String, _ dot: Trace.Point) -> PlacedText? {
    let width = TextWidth.of(label, size: size)
    return first(of: [6.0, 12, 20].lazy.flatMap { places(around: dot, distance: $0, width: width) }, label, width)
  }

  /// The first free place on what begins at a point, at its own height.
  private func onLevel(_ label: String, _ dot: Trace.Point) -> PlacedText? {
    let width = TextWidth.of(label, size: size)
    let beside = PlacedText.baseline(centredOn: dot.y, size: size)
    var places: [Place] = []
    for distance in [4.0, 7, 10] {
      for x in [dot.x + 4, dot.x + 12, dot.x + 20] {
        places.append((x, dot.y - distance))
        places.append((x, dot.y + distance + size * 0.75))
      }
    }
    places.append((dot.x - 6 - width, beside))
    places.append((dot.x - 4 - width, dot.y + 5 + size * 0.75))
    return first(of: places, label, width)
  }

  /// Where a text may begin.
  private typealias Place = (x: Double, baseline: Double)

  private func first(of places: some Sequence<Place>, _ label: String, _ width: Double) -> PlacedText? {
    var onHairline: Place?
    for (x, baseline) in places {
      let wanted = PlacedText.box(x: x, baseline: baseline, size: size, width: width)
      // Where a line of the grid is in the way there may be room above or below that.
      for isUp in [true, false] {
        let shift = space.shift(of: wanted, up: isUp)
        // Where none is, both are the same place.
        if shift == 0, !isUp { break }
        let place = (x: x, baseline: baseline + shift)
        let box = PlacedText.box(x: x, baseline: place.baseline, size: size, width: width)
        guard abs(shift) < size, space.isFree(box) else { continue }
        guard space.isCrossed(box) else { return PlacedText(text: label, x: x, baseline: place.baseline) }
        onHairline = onHairline ?? place
      }
    }
    return onHairline.map { PlacedText(text: label, x: $0.x, baseline: $0.baseline) }
  }

  private func places(around dot: Trace.Point, distance: Double, width: Double) -> [Place] {
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

/// A note that has found its place.
struct PlacedNote: Sendable, Equatable {
  /// `nil` where the words stand alone.
  let dot: Trace.Point?
  let line: LineLook
  let text: PlacedText
  /// The curve's place in its panel.
  let series: Int
  var row: Int?

  /// The radius of the dot.
  static let radius = 3.0
}
