import SVG

/// The curves, each exactly one path.
struct LineMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    let paths = layout.panels.flatMap(\.traces).map { traced in
      Element(
        "path",
        [
          "class": "series s\(Palette.colour(traced.paletteIndex))",
          "stroke": .text(look.stroke(traced.paletteIndex)), "d": .path(traced.trace.path),
          "stroke-dasharray": .init(Palette.dash(traced.paletteIndex)),
        ])
    }
    guard !paths.isEmpty else { return [] }
    return [
      Element(
        "g",
        ["fill": "none", "stroke-width": 2, "stroke-linejoin": "round", "stroke-linecap": "round"], children: paths)
    ]
  }
}

extension Look {
  /// The colour of the attributes; style rules repeat it.
  func stroke(_ paletteIndex: Int) -> String { colours.series[Palette.colour(paletteIndex)] }
}
