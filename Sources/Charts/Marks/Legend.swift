import XML

/// The names of the curves above the panels, where there is no room for them at the curves.
struct Legend: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let entries = layout.legend.entries
    let top = layout.legendTop
    let size = layout.sizes.name
    writer.group(["stroke-width": 2, "stroke-linecap": "round"]) { writer in
      for entry in entries {
        guard let line = entry.line else { continue }
        writer.swatch(of: line, x: entry.x + 1, y: top + entry.y, look: look, width: LegendLayout.swatch - 2)
      }
    }
    writer.group(
      ["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(size)]
    ) { writer in
      for entry in entries {
        PlacedText(
          text: entry.text, x: entry.x + (entry.line == nil ? 0 : LegendLayout.swatch + LegendLayout.gap),
          baseline: PlacedText.baseline(centredOn: top + entry.y, size: size)
        ).draw(with: &writer)
      }
    }
  }
}
