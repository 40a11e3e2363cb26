import XML

/// A line of text that knows where it stands.
struct PlacedText: Sendable, Equatable {
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  var text: String
  var x: Double
  var baseline: Double

  /// Writes a `<text>`; size, colour and anchor are its group's.
  func draw(with writer: inout Writer) { writer.text(text, x: x, y: baseline) }

  /// The room it takes, when it begins at its place.
  func box(size: Double) -> Rectangle { box(size: size, width: TextWidth.of(text, size: size)) }

  /// The same where its width is known.
  func box(size: Double, width: Double) -> Rectangle { Self.box(x: x, baseline: baseline, size: size, width: width) }

  /// The room that a text of some width takes at a place.
  static func box(x: Double, baseline: Double, size: Double, width: Double) -> Rectangle {
    Rectangle(left: x, top: baseline - 0.75 * size, right: x + width, bottom: baseline + 0.2 * size)
  }

  /// The baseline of text that is centred on a height: half of a capital below it.
  static func baseline(centredOn y: Double, size: Double) -> Double { y + size * 0.35 }
}
