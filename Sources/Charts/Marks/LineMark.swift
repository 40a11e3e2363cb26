import SVG

/// The curves, each exactly one path.
struct LineMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    // Where there are many curves, the space between them must remain.
    let most = layout.panels.reduce(0) { max($0, $1.traces.count) }
    let width = most > 24 ? 1.0 : most > 8 ? 1.5 : 2
    let paths = layout.panels.flatMap(\.traces).map { traced in
      Element(
        "path",
        [
          "class": "series s\(Palette.colour(traced.line.paletteIndex))",
          "stroke": .text(look.stroke(traced.line.paletteIndex)), "d": .path(traced.trace.path),
          "stroke-dasharray": .init(traced.line.dash),
        ])
    }
    guard !paths.isEmpty else { return [] }
    return [
      Element(
        "g",
        ["fill": "none", "stroke-width": .number(width), "stroke-linejoin": "round", "stroke-linecap": "round"],
        children: paths)
    ]
  }
}

extension Look {
  /// The colour of the attributes; style rules repeat it.
  func stroke(_ paletteIndex: Int) -> String { colours.series[Palette.colour(paletteIndex)] }
}
