import Diagnostics

/// How offsets in an expression's text become places in the source it was read from.
struct Placement: Sendable {
  let place: SourceRange
  /// Whether each byte of the text is a byte of the source, as in a JSON string without escapes.
  let isVerbatim: Bool

  func range(_ lower: Int, _ upper: Int) -> SourceRange {
    isVerbatim ? place.part(lower, upper) : place
  }

  func error(_ message: String, _ lower: Int, _ upper: Int, hint: String? = nil) -> ParserError {
    .because(Diagnostic(.expression, message, at: range(lower, upper), hint: hint))
  }
}
