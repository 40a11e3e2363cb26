import SVG

/// The x axis under the lowest panel; the panels above it have its line without labels.
struct StepAxis: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    var elements = [
      Element("g", ["class": "axis", "stroke": .text(look.colours.axis)], children: lines),
      texts(layout.stepAxis.labels + [layout.stepAxis.title].compactMap { $0 }, anchor: "middle"),
    ]
    if !layout.stepAxis.rowTitles.isEmpty { elements.append(texts(layout.stepAxis.rowTitles, anchor: "end")) }
    return elements
  }

  private func texts(_ texts: [PlacedText], anchor: String) -> Element {
    Element(
      "g",
      [
        "class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.axis),
        "text-anchor": .text(anchor),
      ], children: texts.map(\.element))
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
    for panel in layout.panels {
      guard let y = panel.baseline else { continue }
      lines.append(
        Element(
          "line",
          ["x1": .number(panel.plot.left), "x2": .number(panel.plot.right), "y1": .number(y), "y2": .number(y)]))
    }
    guard let bottom = layout.panels.last?.plot.bottom else { return lines }
    return lines + layout.stepAxis.ticks.map { mark(at: $0, from: bottom, length: 4) }
      + layout.stepAxis.longTicks.map { mark(at: $0, from: bottom, length: 6) }
  }

  private func mark(at x: Double, from y: Double, length: Double) -> Element {
    Element("line", ["x1": .number(x), "x2": .number(x), "y1": .number(y), "y2": .number(y + length)])
  }
}
