import SVG

/// The name of each curve at its right end, with a swatch; a thin leader where it had to be moved.
///
/// Names are in the colour of text, because not every colour of a curve is dark enough to read letters in.
struct EndLabel: Mark {
  let layout: Layout
  let look: Look

  var elements: [Element] {
    let names = layout.panels.flatMap(\.names)
    guard !names.isEmpty else { return [] }
    let start = layout.plotRight + Naming.lead
    let size = layout.sizes.name
    let texts = names.map { name in
      PlacedText(
        text: name.text, x: start + Naming.swatch + Naming.gap,
        baseline: PlacedText.baseline(centredOn: name.y, size: size)
      ).element
    }
    var elements = [
      Element(
        "g", ["stroke-width": 2, "stroke-linecap": "round"],
        children: names.map { swatch(of: $0.line, x: start, y: $0.y, look: look) })
    ]
    let leaders = names.compactMap { leader(of: $0, to: start) }
    if !leaders.isEmpty { elements.append(Element("g", ["stroke-opacity": 0.6], children: leaders)) }
    return elements + [
      Element(
        "g", ["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(size)], children: texts)
    ]
  }

  /// Only to a curve that ends near the edge: a leader across the plot would look like data.
  private func leader(of name: PlacedName, to x: Double) -> Element? {
    guard let end = name.curveEnd, abs(end.y - name.y) > 3, layout.plotRight - end.x < 40 else { return nil }
    return Element(
      "line",
      [
        "class": .text(name.line.styleClass), "stroke": .text(look.stroke(name.line)),
        "x1": .number(end.x + 1), "y1": .number(end.y), "x2": .number(x - 1), "y2": .number(name.y),
      ])
  }
}

/// A piece of a curve, to stand beside its name.
func swatch(of line: LineLook, x: Double, y: Double, look: Look, width: Double = Naming.swatch) -> Element {
  Element(
    "line",
    [
      "class": .text(line.styleClass), "stroke": .text(look.stroke(line)), "stroke-width": line.width(2),
      "x1": .number(x), "x2": .number(x + width), "y1": .number(y), "y2": .number(y),
      "stroke-dasharray": .init(line.dash),
    ])
}
