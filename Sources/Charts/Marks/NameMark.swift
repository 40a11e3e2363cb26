import XML

/// The name of each curve beside it, in its colour.
struct NameMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let names = layout.panels.flatMap(\.names)
    if names.isEmpty { return }
    writer.group(["font-size": .number(layout.sizes.name)]) { writer in
      for name in names {
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
