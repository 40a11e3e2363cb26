import XML

/// The shapes of which a picture has dozens, written without a list of attributes: their colours are their group's.
extension Writer {
  /// Writes a straight line.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    rawElement { output in
      output.append("<line x1=\"", start.x)
      output.append("\" x2=\"", end.x)
      output.append("\" y1=\"", start.y)
      output.append("\" y2=\"", end.y)
      output.append(literal: "\"/>")
    }
  }

  /// Writes a line of text that stands on a point.
  mutating func text(_ text: String, x: Double, y: Double) {
    rawElement { output in
      output.append("<text x=\"", x)
      output.append("\" y=\"", y)
      output.append(literal: "\">")
    }
    characters(text)
    characters(literal: "</text>")
  }

  /// Writes a rectangle that tells something when it is pointed at: a `title`, of which a closure writes the text.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, tooltip body: (inout Writer) -> Void
  ) {
    rawElement { output in
      output.append("<rect x=\"", x)
      output.append("\" y=\"", y)
      output.append("\" width=\"", width)
      output.append("\" height=\"", height)
      output.append(literal: "\"><title>")
    }
    body(&self)
    characters(literal: "</title></rect>")
  }

  /// Writes a `g` around what a closure writes, or nothing where it writes nothing.
  mutating func group(_ attributes: Attributes, _ body: (inout Writer) -> Void) {
    elementUnlessEmpty("g", attributes, body)
  }
}
