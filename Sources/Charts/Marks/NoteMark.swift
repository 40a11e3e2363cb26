import SVG

/// Dots on curves, with a few words beside each.
struct NoteMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    let notes = layout.panels.flatMap(\.notes)
    guard !notes.isEmpty else { return [] }
    return [
      Element("g", ["fill": "none", "stroke-width": .number(PlacedNote.radius)], children: notes.map(dot)),
      Element(
        "g", ["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(layout.sizes.axis)],
        children: notes.map(\.text.element)),
    ]
  }

  /// A ring as wide as its radius: style rules know the stroke of a curve, and need no others for its dots.
  private func dot(_ note: PlacedNote) -> Element {
    Element(
      "circle",
      [
        "class": .text(note.line.styleClass), "stroke": .text(look.stroke(note.line)),
        "cx": .number(note.dot.x), "cy": .number(note.dot.y), "r": .number(PlacedNote.radius / 2),
      ])
  }
}
