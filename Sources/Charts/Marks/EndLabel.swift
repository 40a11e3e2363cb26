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

  /// How far from the edge a curve ends whose name stands there.
  static let reach = 40.0

  /// To a curve that ends near the edge, or before the others do; that one is dotted, for it must not look like data.
  private func leader(of name: PlacedName, to x: Double) -> Element? {
    guard let end = name.curveEnd else { return nil }
    let axis = layout.stepAxis.scale
    let isNear = layout.plotRight - end.x < Self.reach
    guard isNear ? abs(end.y - name.y) > 3 : end.x < axis.position(of: Double(axis.rowCount - 1)) - 1 else {
      return nil
    }
    return Element(
      "line",
      [
        "class": .text(name.line.styleClass), "stroke": .text(look.stroke(name.line)),
        "x1": .number(end.x + 1), "y1": .number(end.y), "x2": .number(x - 1), "y2": .number(name.y),
        "stroke-dasharray": .init(isNear ? nil : "1 3"),
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
