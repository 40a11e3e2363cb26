import SVG

/// The names of the curves above the panels, where there is no room for them at the curves.
struct Legend: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    let entries = layout.legend.entries
    guard !entries.isEmpty else { return [] }
    let top = layout.legendTop
    let size = layout.sizes.name
    let texts = entries.map { entry in
      PlacedText(
        text: entry.text, x: entry.x + (entry.line == nil ? 0 : LegendLayout.swatch + LegendLayout.gap),
        baseline: PlacedText.baseline(centredOn: top + entry.y, size: size)
      ).element
    }
    return [
      Element(
        "g", ["stroke-width": 2, "stroke-linecap": "round"],
        children: entries.compactMap { entry in
          entry.line.map {
            swatch(of: $0, x: entry.x + 1, y: top + entry.y, look: look, width: LegendLayout.swatch - 2)
          }
        }),
      Element(
        "g", ["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(size)], children: texts),
    ]
  }
}
