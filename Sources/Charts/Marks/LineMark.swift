import XML

/// The curves, each exactly one path.
struct LineMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    // Where there are many curves, the space between them must remain.
    let most = layout.panels.reduce(0) { max($0, $1.traces.count) }
    let width = most > 24 ? 1.0 : most > 8 ? 1.5 : 2
    writer.group(
      ["fill": "none", "stroke-width": .number(width), "stroke-linejoin": "round", "stroke-linecap": "round"]
    ) { writer in
      for panel in layout.panels {
        // References lie beneath.
        for traced in panel.traces where traced.line.isReference { draw(traced, width: width, with: &writer) }
        let others = panel.traces.filter { !$0.line.isReference }
        for traced in others where traced.line.weight != .full { draw(traced, width: width, with: &writer) }
        for traced in others where traced.line.weight == .full { draw(traced, width: width, with: &writer) }
      }
    }
  }

  private func draw(_ traced: TracedSeries, width: Double, with writer: inout Writer) {
    writer.element(
      "path",
      [
        "class": "series \(traced.line.styleClass)", "stroke": .text(look.stroke(traced.line)),
        "stroke-width": traced.line.width(width), "d": .plain(traced.trace.path),
        "stroke-dasharray": layout.dashes(traced.line.dash), "stroke-opacity": traced.line.opacity,
      ])
  }
}
