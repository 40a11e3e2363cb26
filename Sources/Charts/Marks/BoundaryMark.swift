import XML

/// A hairline through all panels where something begins, and what it is.
struct BoundaryMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let boundaries = layout.boundaries
    drawHairlines(at: boundaries.markers, "axis", look.colours.axis, dash: "4 3", with: &writer)
    drawHairlines(at: boundaries.lines, "boundary", look.colours.boundary, with: &writer)
    drawHairlines(at: boundaries.eventLines, "boundary", look.colours.boundary, dash: "2 3", with: &writer)
    if !boundaries.eventMarks.isEmpty, let plot = layout.panels.first?.plot {
      let marks = Rectangle(left: plot.left, top: plot.top, right: plot.right, bottom: min(plot.top + 7, plot.bottom))
      writer.group(["class": "axis", "stroke": .text(look.colours.axis)]) { writer in
        for x in boundaries.eventMarks { drawHairline(at: x, across: marks, with: &writer) }
      }
    }
    if boundaries.labels.isEmpty { return }
    writer.group(
      ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.boundary)]
    ) { writer in
      for label in boundaries.labels { label.draw(with: &writer) }
    }
  }

  private func drawHairlines(
    at places: [Double], _ name: String, _ colour: String, dash: String? = nil, with writer: inout Writer
  ) {
    if places.isEmpty { return }
    writer.group(["class": .text(name), "stroke": .text(colour), "stroke-dasharray": layout.dashes(dash)]) { writer in
      for panel in layout.panels {
        for x in places { drawHairline(at: x, across: panel.plot, with: &writer) }
      }
    }
  }

  private func drawHairline(at x: Double, across plot: Rectangle, with writer: inout Writer) {
    let x = x.rounded(.down) + 0.5
    writer.line(from: (x, plot.top), to: (x, plot.bottom))
  }
}
