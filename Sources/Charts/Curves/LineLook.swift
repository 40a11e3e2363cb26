import XML

/// How a curve is told from others: its place in the palette, its dashes, or that it is a reference.
struct LineLook: Sendable, Equatable {
  let place: Int
  /// How far it is along the ramp of an ordered palette.
  let ramp: Double?
  let dash: String?
  let isReference: Bool
  let weight: Series.Weight
  let isPoints: Bool
  /// Whether it is one of several references, each a pale tint of the colour of what is compared with it.
  let isTint: Bool

  /// The look of a panel's curve, among curves that it may lie on.
  init(of panel: Panel, at index: Int, besides coincidence: Coincidence, in palette: Palette) {
    let series = panel.series[index]
    place = Int((series.paletteIndex ?? index).magnitude % 1_000_000)
    ramp = series.ramp
    isReference = series.isReference
    weight = series.weight
    isPoints = series.isPoints
    isTint = isReference && panel.series.count { $0.isReference } > 1
    let own = ramp == nil ? palette.dash(place) : nil
    dash = isReference || isPoints ? nil : weight == .dotted ? "0 4" : coincidence.dash(of: index) ?? own
  }

  /// The class that style rules know its stroke by; a reference has that of the axes.
  var styleClass: String { isReference && !isTint ? "axis" : "s\(place)" }

  /// The class that style rules know the fill of its name by.
  var nameClass: String { isReference ? "quiet" : "n\(place)" }

  /// How much of the background is seen through it.
  var opacity: Attribute { isTint ? 0.4 : .absent }

  /// How wide it is drawn where others have a given width: a curve on a reference leaves its borders to be seen, and
  /// points are seen on a line.
  func width(_ width: Double) -> Attribute {
    isReference || isPoints ? .number(2.5 * width) : weight == .full ? .absent : .number(0.5 * width)
  }
}

extension Look {
  /// The colour of the attributes; style rules repeat it.
  func stroke(_ line: LineLook) -> String { line.isReference && !line.isTint ? colours.axis : colours.stroke(line) }

  /// The colour of a curve's name.
  func fill(_ line: LineLook) -> String { line.isReference ? colours.quiet : colours.stroke(line) }
}

extension Colours {
  func stroke(_ line: LineLook) -> String { palette.stroke(line.place, ramp: line.ramp) }
}
