import SVG

/// The picture's title, and the panels'.
struct TitleMark: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    var elements: [Element] = []
    if !layout.titleLines.isEmpty {
      elements.append(
        Element(
          "g",
          [
            "class": "strong", "fill": .text(look.colours.strong), "font-size": .number(layout.sizes.title),
            "font-weight": "600",
          ], children: layout.titleLines.map(\.element)))
    }
    let titles = layout.panels.compactMap(\.title)
    if !titles.isEmpty {
      elements.append(
        Element(
          "g", ["class": "quiet", "fill": .text(look.colours.quiet), "font-size": .number(layout.sizes.axis)],
          children: titles.map(\.element)))
    }
    return elements
  }
}
