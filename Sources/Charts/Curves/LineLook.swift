/// How a curve is told from others: its place in the palette and its dashes.
struct LineLook: Sendable, Equatable {
  let paletteIndex: Int
  let dash: String?

  /// The looks of a panel's curves.
  static func all(of panel: Panel) -> [LineLook] {
    zip(panel.series.indices, Coincidence(in: panel.series).dashes).map { index, dash in
      let paletteIndex = panel.series[index].paletteIndex ?? index
      return LineLook(paletteIndex: paletteIndex, dash: dash ?? Palette.dash(paletteIndex))
    }
  }
}
