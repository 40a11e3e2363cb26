import XML

/// The name of each curve at its right end, with a swatch; a thin leader where it had to be moved.
///
/// Names are in the colour of text, because not every colour of a curve is dark enough to read letters in.
struct EndLabel: Mark {
  let layout: Layout
  let look: Look

  func draw(with writer: inout Writer) {
    let names = layout.panels.flatMap(\.names)
    let start = layout.plotRight + Naming.lead
    let size = layout.sizes.name
    writer.group(["stroke-width": 2, "stroke-linecap": "round"]) { writer in
      for name in names { writer.swatch(of: name.line, x: start, y: name.y, look: look) }
    }
    writer.group(["stroke-opacity": 0.6]) { writer in
      for name in names { drawLeader(of: name, to: start, with: &writer) }
    }
    writer.group(
      ["class": "strong", "fill": .text(look.colours.strong), "font-size": .number(size)]
    ) { writer in
      for name in names {
        PlacedText(
          text: name.text, x: start + Naming.swatch + Naming.gap,
          baseline: PlacedText.baseline(centredOn: name.y, size: size)
        ).draw(with: &writer)
      }
    }
  }

  /// How far from the edge a curve ends whose name stands there.
  static let reach = 40.0

  /// To a curve that ends near the edge, or before the others do; that one is dotted, for it must not look like data.
  private func drawLeader(of name: PlacedName, to x: Double, with writer: inout Writer) {
    guard let end = name.curveEnd else { return }
    let axis = layout.stepAxis.scale
    let isNear = layout.plotRight - end.x < Self.reach
    guard isNear ? abs(end.y - name.y) > 3 : end.x < axis.position(of: Double(axis.rowCount - 1)) - 1 else {
      return
    }
    writer.element(
      "line",
      [
        "class": .text(name.line.styleClass), "stroke": .text(look.stroke(name.line)),
        "x1": .number(end.x + 1), "y1": .number(end.y), "x2": .number(x - 1), "y2": .number(name.y),
        "stroke-dasharray": Attribute(isNear ? nil : "1 3"),
      ])
  }
}

extension Writer {
  /// Writes a piece of a curve, to stand beside its name.
  mutating func swatch(of line: LineLook, x: Double, y: Double, look: Look, width: Double = Naming.swatch) {
    element(
      "line",
      [
        "class": .text(line.styleClass), "stroke": .text(look.stroke(line)), "stroke-width": line.width(2),
        "x1": .number(x), "x2": .number(x + width), "y1": .number(y), "y2": .number(y),
        "stroke-dasharray": Attribute(line.dash),
      ])
  }
}
