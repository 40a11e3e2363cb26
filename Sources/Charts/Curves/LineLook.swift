import XML

/// How a curve is told from others: its place in the palette and its dashes, or that it is a reference.
struct LineLook: Sendable, Equatable {
  let paletteIndex: Int
  let dash: String?
  let isReference: Bool

  /// The look of a panel's curve, among curves that it may lie on.
  init(of panel: Panel, at index: Int, besides coincidence: Coincidence) {
    paletteIndex = panel.series[index].paletteIndex ?? index
    isReference = panel.series[index].isReference
    dash = isReference ? nil : coincidence.dash(of: index) ?? Palette.dash(paletteIndex)
  }

  /// The class that style rules know its stroke by; a reference has that of the axes.
  var styleClass: String { isReference ? "axis" : "s\(Palette.colour(paletteIndex))" }

  /// How wide it is drawn where others are so wide: a curve on a reference leaves its borders to be seen.
  func width(_ width: Double) -> Attribute { isReference ? .number(2.5 * width) : .absent }
}

extension Look {
  /// The colour of the attributes; style rules repeat it.
  func stroke(_ line: LineLook) -> String {
    line.isReference ? colours.axis : colours.series[Palette.colour(line.paletteIndex)]
  }
}
