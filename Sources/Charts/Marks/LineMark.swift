import SVG

/// The curves, each exactly one path.
struct LineMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    // Where there are many curves, the space between them must remain.
    let most = layout.panels.reduce(0) { max($0, $1.traces.count) }
    let width = most > 24 ? 1.0 : most > 8 ? 1.5 : 2
    // References lie beneath.
    let traces = layout.panels.flatMap {
      $0.traces.filter(\.line.isReference) + $0.traces.filter { !$0.line.isReference }
    }
    let paths = traces.map { traced in
      Element(
        "path",
        [
          "class": "series \(traced.line.styleClass)", "stroke": .text(look.stroke(traced.line)),
          "stroke-width": traced.line.width(width), "d": .path(traced.trace.path),
          "stroke-dasharray": .init(traced.line.dash),
        ])
    }
    guard !paths.isEmpty else { return [] }
    return [
      Element(
        "g",
        ["fill": "none", "stroke-width": .number(width), "stroke-linejoin": "round", "stroke-linecap": "round"],
        children: paths)
    ]
  }
}
