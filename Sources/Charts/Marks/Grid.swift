import SVG

/// Light horizontal lines at the ticks of the value axes.
struct Grid: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    var lines: [Element] = []
    for panel in layout.panels {
      for label in panel.labels {
        // On half a pixel, where a hairline is sharp.
        let y = label.y.rounded(.down) + 0.5
        // The axis is there already.
        guard y < panel.plot.bottom else { continue }
        lines.append(
          Element(
            "line",
            ["x1": .number(panel.plot.left), "x2": .number(panel.plot.right), "y1": .number(y), "y2": .number(y)]))
      }
    }
    guard !lines.isEmpty else { return [] }
    return [Element("g", ["class": "grid", "stroke": .text(look.colours.grid)], children: lines)]
  }
}
