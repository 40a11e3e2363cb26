import SVG

/// The x axis under the lowest panel; the panels above it have its line without labels.
struct StepAxis: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    [
      Element("g", ["class": "axis", "stroke": .text(look.colours.axis)], children: lines),
      Element(
        "g",
        [
          "class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.axis),
          "text-anchor": "middle",
        ], children: (layout.stepAxis.labels + [layout.stepAxis.title].compactMap { $0 }).map(\.element)),
    ]
  }

  private var lines: [Element] {
    var lines = layout.panels.map { panel in
      Element(
        "line",
        [
          "x1": .number(panel.plot.left), "x2": .number(panel.plot.right), "y1": .number(panel.plot.bottom),
          "y2": .number(panel.plot.bottom),
        ])
    }
    for panel in layout.panels where !panel.range.isLogarithmic && panel.range.ticks.low < 0 {
      // Where values have both signs, zero is what they are compared with.
      let y = panel.scale.position(of: 0).rounded(.down) + 0.5
      guard y < panel.plot.bottom, y > panel.plot.top else { continue }
      lines.append(
        Element(
          "line",
          ["x1": .number(panel.plot.left), "x2": .number(panel.plot.right), "y1": .number(y), "y2": .number(y)]))
    }
    guard let bottom = layout.panels.last?.plot.bottom else { return lines }
    for label in layout.stepAxis.labels {
      let x = Element.Value.number(label.x)
      lines.append(
        Element("line", ["x1": x, "x2": x, "y1": .number(bottom), "y2": .number(bottom + 4)]))
    }
    return lines
  }
}
