import Diagnostics
import Schedules
import Text

/// An expression that stands alone in its source.
func compiled(_ text: String) throws(Diagnostic) -> Expression {
  try Expression.compile(text, at: SourceRange(0, text.utf8.count), isVerbatim: true)
}

/// The value of an expression.
func value(_ text: String, at epoch: Double = 12) throws(Diagnostic) -> Double {
  try compiled(text).value(at: epoch)
}

/// What is drawn under an expression that does not compile, or fails at epoch 12: the marked line, then the message.
func complaint(_ text: String) -> String {
  do throws(Diagnostic) {
    return "\(text)\n= \(try value(text))"
  } catch {
    guard let range = error.range else { return error.message }
    let bytes = Bytes(text.utf8)
    let source = Source(name: "", bytes: bytes)
    let lead = String(repeating: " ", count: source.scalars(in: 0..<min(range.lower, bytes.count)))
    let carets = String(repeating: "^", count: max(1, source.scalars(in: range.lower..<min(range.upper, bytes.count))))
    return "\(text)\n\(lead)\(carets) \(error.code.rawValue): \(error.message)" + (error.hint.map { "; \($0)" } ?? "")
  }
}
