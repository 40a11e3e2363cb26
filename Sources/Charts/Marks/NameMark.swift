import XML

/// The name of each curve beside it, in its colour.
struct NameMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    writer.group(["font-size": .number(layout.sizes.name)]) { writer in
      for name in layout.panels.flatMap(\.names) {
        writer.element(
          "text",
          [
            "class": .text(name.line.nameClass), "fill": .text(look.fill(name.line)), "x": .number(name.text.x),
            "y": .number(name.text.baseline),
          ], text: name.text.text)
      }
    }
  }
}
