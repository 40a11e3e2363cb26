import SVG

/// A hairline through all panels where something begins, and what it is.
struct BoundaryMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    var elements: [Element] = []
    let boundaries = layout.boundaries
    let lines = layout.panels.flatMap { panel in
      boundaries.lines.map { x in
        let x = Element.Value.number(x.rounded(.down) + 0.5)
        return Element("line", ["x1": x, "x2": x, "y1": .number(panel.plot.top), "y2": .number(panel.plot.bottom)])
      }
    }
    if !lines.isEmpty {
      elements.append(
        Element("g", ["class": "boundary", "stroke": .text(look.colours.boundary)], children: lines))
    }
    if !boundaries.labels.isEmpty {
      elements.append(
        Element(
          "g", ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.boundary)],
          children: boundaries.labels.map(\.element)))
    }
    return elements
  }
}
