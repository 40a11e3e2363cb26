import XML

/// The x axis under the lowest panel; the panels above it have its line without labels.
struct StepAxis: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    writer.group(["class": "axis", "stroke": .text(look.colours.axis)]) { drawLines(with: &$0) }
    drawTexts(layout.stepAxis.labels, and: layout.stepAxis.title, anchor: "middle", with: &writer)
    drawTexts(layout.stepAxis.rowTitles, anchor: "end", with: &writer)
  }

  private func drawTexts(
    _ texts: [PlacedText], and title: PlacedText? = nil, anchor: String, with writer: inout Writer
  ) {
    if texts.isEmpty, title == nil { return }
    writer.group(
      [
        "class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.axis),
        "text-anchor": .text(anchor),
      ]
    ) { writer in
      for text in texts { text.draw(with: &writer) }
      title?.draw(with: &writer)
    }
  }

  private func drawLines(with writer: inout Writer) {
    for panel in layout.panels { drawLine(at: panel.plot.bottom, across: panel.plot, with: &writer) }
    for panel in layout.panels {
      if let y = panel.baseline { drawLine(at: y, across: panel.plot, with: &writer) }
    }
    guard let bottom = layout.panels.last?.plot.bottom else { return }
    for x in layout.stepAxis.ticks { writer.line(from: (x, bottom), to: (x, bottom + 4)) }
    for x in layout.stepAxis.longTicks { writer.line(from: (x, bottom), to: (x, bottom + 6)) }
  }

  private func drawLine(at y: Double, across plot: Rectangle, with writer: inout Writer) {
    writer.line(from: (plot.left, y), to: (plot.right, y))
  }
}
