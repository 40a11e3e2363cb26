import Diagnostics
import JSON

extension Expression: ParameterValue {
  static var valueType: ValueType { .function }

  static func read(_ value: Value, _ reading: inout Reading) -> Expression? { read(value, .common, &reading) }

  /// Reads an expression that may use the names of a vocabulary.
  static func read(_ value: Value, _ vocabulary: Vocabulary, _ reading: inout Reading) -> Expression? {
    guard case .string(let text) = value.content else { return reading.mismatch(value, valueType) }
    do throws(Diagnostic) {
      let (place, isVerbatim) = Expression.place(of: text, in: value.range)
      return try compile(text, at: place, isVerbatim: isVerbatim, vocabulary)
    } catch {
      reading.report(error)
      return nil
    }
  }

  /// Where the text of a string stands: inside the quotes in JSON, the whole of it on a command line.
  static func place(of text: String, in range: SourceRange) -> (SourceRange, isVerbatim: Bool) {
    let (written, length) = (range.upper - range.lower, text.utf8.count)
    if written == length { return (range, true) }
    if written == length + 2 { return (SourceRange(range.lower + 1, range.upper - 1), true) }
    // With escapes inside, an offset in the text is none in the file.
    return (range, false)
  }

  var shown: String { "\"\(text)\"" }
}

/// An expression that is given the rate before, too.
struct RateExpression: ParameterValue {
  let expression: Expression

  static var valueType: ValueType { .function }

  static func read(_ value: Value, _ reading: inout Reading) -> RateExpression? {
    Expression.read(value, .withRate, &reading).map(RateExpression.init)
  }

  var shown: String { expression.shown }
}
