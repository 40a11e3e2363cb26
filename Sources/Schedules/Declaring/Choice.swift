import Diagnostics
import JSON
import Text

/// A parameter that takes one of a few words, spelled exactly as in the framework.
protocol Choice: ParameterValue, RawRepresentable, CaseIterable where RawValue == String {}

extension Choice {
  static var shape: Shape { .choice(allCases.map(\.rawValue)) }

  static func read(_ value: Value, _ reading: inout Reading) -> Self? { reading.word(value) }

  var shown: String { "\"\(rawValue)\"" }
}

extension Reading {
  /// One of a few words; `nil` after the reason has been reported.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(_ value: Value) -> Word? {
    let words = Word.allCases.map(\.rawValue)
    let shape = Shape.choice(words)
    guard case .string(let word) = value.content else { return mismatch(value, shape) }
    if let choice = Word(rawValue: word) { return choice }
    report(
      Diagnostic(
        .value, "\(subject) must be \(shape.words), not “\(word)”", at: value.range,
        hint: suggestion(Nearest.match(for: word, among: words))))
    return nil
  }
}
