import Diagnostics
import JSON
import Text

/// A parameter that takes one of a few words, spelled exactly as in the framework.
protocol Choice: ParameterValue, RawRepresentable, CaseIterable where RawValue == String {}

extension Choice {
  static var shape: Shape { .choice(allCases.map(\.rawValue)) }

  static func read(_ value: Value, _ reading: inout Reading) -> Self? {
    guard case .string(let word) = value.content else { return reading.mismatch(value, shape) }
    guard let choice = Self(rawValue: word) else {
      let words = allCases.map(\.rawValue)
      let hint = reading.suggestion(
        Nearest.match(for: word, among: words) ?? words.first { word.folded.begins(with: $0.folded) })
      reading.report(
        Diagnostic(
          .value, "\(reading.subject) must be \(shape.words), not “\(word)”", at: value.range,
          hint: hint))
      return nil
    }
    return choice
  }

  var shown: String { "\"\(rawValue)\"" }
}
