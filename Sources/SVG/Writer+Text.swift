package import Text

/// The pieces of a text between tags.
extension Writer {
  /// Writes what needs no escaping.
  package mutating func text(literal text: StaticString) { output.append(literal: text) }

  /// Writes any text.
  package mutating func text(_ text: String) { Escape.append(text, in: .content, to: &output) }

  /// Writes a number, which a closure puts together from at most two and a few bytes around them.
  package mutating func text(number body: (inout LineBuffer) -> Void) { output.append(body) }
}
