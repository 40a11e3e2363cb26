import XML

/// The names of the curves in a key, each with a piece of its curve.
struct KeyMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let key = layout.key
    if key.entries.isEmpty { return }
    let size = layout.sizes.name
    writer.group(["stroke-width": 2, "stroke-linecap": "round"]) { writer in
      for entry in key.entries {
        guard let line = entry.line else { continue }
        drawSwatch(of: line, x: entry.x + 1, y: entry.y, with: &writer)
      }
    }
    writer.group(["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(size)]) { writer in
      for entry in key.entries {
        PlacedText(
          text: entry.text, x: entry.x + (entry.line == nil ? 0 : Key.swatch + Key.gap),
          baseline: PlacedText.baseline(centredOn: entry.y, size: size)
        ).draw(with: &writer)
      }
    }
    writer.group(
      ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.axis)]
    ) { writer in key.title?.draw(with: &writer) }
  }

  private func drawSwatch(of line: LineLook, x: Double, y: Double, with writer: inout Writer) {
    // Of points one is shown.
    let (start, end) = line.isPoints ? (x + Key.swatch / 2 - 1, x + Key.swatch / 2 - 1) : (x, x + Key.swatch - 2)
    writer.element(
      "line",
      [
        "class": .text(line.styleClass), "stroke": .text(look.stroke(line)), "stroke-width": line.width(2),
        "x1": .number(start), "x2": .number(end), "y1": .number(y), "y2": .number(y),
        "stroke-dasharray": layout.dashes(line.dash), "stroke-opacity": line.opacity,
      ])
  }
}
