import XML

/// Dots on curves, with a few words beside each.
struct NoteMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let notes = layout.panels.flatMap(\.notes)
    writer.group(["fill": "none", "stroke-width": .number(PlacedNote.radius)]) { writer in
      for note in notes { drawDot(of: note, with: &writer) }
    }
    writer.group(
      ["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(layout.sizes.axis)]
    ) { writer in
      for note in notes { note.text.draw(with: &writer) }
    }
  }

  /// A ring as wide as its radius: style rules know the stroke of a curve, and need no others for its dots.
  private func drawDot(of note: PlacedNote, with writer: inout Writer) {
    guard let dot = note.dot else { return }
    writer.element(
      "circle",
      [
        "class": .text(note.line.styleClass), "stroke": .text(look.stroke(note.line)),
        "cx": .number(dot.x), "cy": .number(dot.y), "r": .number(PlacedNote.radius / 2),
      ])
  }
}
