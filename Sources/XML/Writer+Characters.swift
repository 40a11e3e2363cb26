package import Text

/// The characters between tags, piece by piece.
extension Writer {
  /// Writes what needs no escaping.
  package mutating func characters(literal text: StaticString) { output.append(literal: text) }

  /// Writes any text.
  package mutating func characters(_ text: String) { Escape.append(text, in: .content, to: &output) }

  /// Writes a number, which a closure puts together from at most two and a few bytes around them.
  package mutating func number(_ body: (inout LineBuffer) -> Void) { output.append(body) }
}
