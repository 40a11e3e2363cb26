import XML

/// The picture's title, the panels', and what is said at the foot.
struct TitleMark: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    writer.group(
      [
        "class": "strong", "fill": .text(look.colours.strong), "font-size": .number(layout.sizes.title),
        "font-weight": "600",
      ]
    ) { writer in
      for line in layout.titleLines { line.draw(with: &writer) }
    }
    writer.group(
      ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.axis)]
    ) { writer in
      for panel in layout.panels { panel.title?.draw(with: &writer) }
    }
    if layout.header.footers.isEmpty { return }
    writer.group(
      ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.boundary)]
    ) { writer in
      for line in layout.header.footers { line.draw(with: &writer) }
    }
  }
}
