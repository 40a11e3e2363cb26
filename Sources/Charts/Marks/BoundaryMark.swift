import SVG

/// A hairline through all panels where something begins, and what it is.
struct BoundaryMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    var elements: [Element] = []
    let boundaries = layout.boundaries
    if !boundaries.lines.isEmpty { elements.append(hairlines(at: boundaries.lines)) }
    if !boundaries.eventLines.isEmpty { elements.append(hairlines(at: boundaries.eventLines, dash: "2 3")) }
    if !boundaries.eventMarks.isEmpty, let plot = layout.panels.first?.plot {
      let marks = Rectangle(left: plot.left, top: plot.top, right: plot.right, bottom: min(plot.top + 7, plot.bottom))
      elements.append(
        Element(
          "g", ["class": "axis", "stroke": .text(look.colours.axis)],
          children: boundaries.eventMarks.map { hairline(at: $0, across: marks) }))
    }
    if !boundaries.labels.isEmpty {
      elements.append(
        Element(
          "g", ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.boundary)],
          children: boundaries.labels.map(\.element)))
    }
    return elements
  }

  private func hairlines(at places: [Double], dash: String? = nil) -> Element {
    Element(
      "g", ["class": "boundary", "stroke": .text(look.colours.boundary), "stroke-dasharray": .init(dash)],
      children: layout.panels.flatMap { panel in places.map { hairline(at: $0, across: panel.plot) } })
  }

  private func hairline(at x: Double, across plot: Rectangle) -> Element {
    let x = Element.Value.number(x.rounded(.down) + 0.5)
    return Element("line", ["x1": x, "x2": x, "y1": .number(plot.top), "y2": .number(plot.bottom)])
  }
}
