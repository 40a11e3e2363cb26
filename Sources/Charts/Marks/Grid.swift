import XML

/// Light horizontal lines at the ticks of the value axes.
struct Grid: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    writer.group(["class": "grid", "stroke": .text(look.colours.grid)]) { writer in
      for panel in layout.panels {
        for label in panel.labels {
          // On half a pixel, where a hairline is sharp.
          let y = label.y.rounded(.down) + 0.5
          // The axis is there already.
          guard y < panel.plot.bottom else { continue }
          writer.line(from: (panel.plot.left, y), to: (panel.plot.right, y))
        }
      }
    }
  }
}
