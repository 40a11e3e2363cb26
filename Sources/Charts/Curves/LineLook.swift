/// How a curve is told from others: its place in the palette and its dashes.
struct LineLook: Sendable, Equatable {
  let paletteIndex: Int
  let dash: String?

  /// The look of a panel's curve, among curves that it may lie on.
  init(of panel: Panel, at index: Int, besides coincidence: Coincidence) {
    paletteIndex = panel.series[index].paletteIndex ?? index
    dash = coincidence.dashes[index] ?? Palette.dash(paletteIndex)
  }
}
