import Diagnostics
import JSON
import Text

/// A parameter that takes one of a few words, spelled exactly as in the framework.
protocol Choice: ParameterValue, RawRepresentable, CaseIterable where RawValue == String {}

extension Choice {
  static var valueType: ValueType { .choice(allCases.map(\.rawValue)) }

  static func read(_ value: Value, _ reading: inout Reading) -> Self? { reading.word(value) }

  var shown: String { "\"\(rawValue)\"" }
}

extension Reading {
  /// One of a few words; `nil` after the reason has been reported.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(_ value: Value) -> Word? {
    word(value, among: Word.allCases.map(\.rawValue)).flatMap { Word(rawValue: $0) }
  }

  /// The same for words of any type, so that no type has a copy of it.
  private mutating func word(_ value: Value, among words: [String]) -> String? {
    let type = ValueType.choice(words)
    guard case .string(let word) = value.content else { return mismatch(value, type) }
    if words.contains(where: word.isSame) { return word }
    report(
      Diagnostic(
        .value, "\(subject) must be \(type.words), not “\(word)”", at: value.range,
        hint: suggestion(
          Nearest.match(for: word, among: words) ?? words.first { word.folded.begins(with: $0.folded) })))
    return nil
  }
}
