import Diagnostics
import JSON
import Text

/// What a kind asks of its parameters beyond the type and bounds of each, said once for the reader and the schema.
///
/// A parameter counts as given when it is there and not null.
package enum Requirement: Sendable, Equatable {
  /// All parameters of one of these sets, or of more.
  case anyOf([[String]])
  /// One of two parameters, and not the other too.
  case oneOf(String, String)
  /// Of two parameters one or none.
  case atMostOne(String, String)
  /// A list that is not empty.
  case filled(String)
  /// One of a few words, unless another parameter stands in its place.
  case word(String, of: [String], unless: String)

  /// Reports what is not met, and returns whether all is.
  func isMet(by fields: Fields, _ reading: inout Reading) -> Bool {
    guard let problem = problem(with: fields) else { return true }
    // A misspelt name has been reported.
    if !names.contains(where: fields.isMisspelled) {
      let place = problem.parameter.flatMap { fields[$0] }?.value.range
      reading.report(problem.located(at: place ?? fields.nameRange))
    }
    return false
  }

  private var names: [String] {
    switch self {
    case .anyOf(let sets): sets.flatMap { $0 }
    case .oneOf(let first, let second), .atMostOne(let first, let second): [first, second]
    case .filled(let name), .word(let name, _, _): [name]
    }
  }

  private func problem(with fields: Fields) -> Diagnostic? {
    switch self {
    case .anyOf(let sets):
      if sets.contains(where: { $0.allSatisfy(fields.gives) }) { return nil }
      let words = sets.map { $0.map { "“\($0)”" }.listed(last: "and") }
      let isPlain = sets.allSatisfy { $0.count == 1 }
      return Diagnostic(
        .param, "\(fields.owner) needs \(words.joined(separator: isPlain ? " or " : ", or "))", of: sets.first?.first)
    case .oneOf(let first, let second):
      return Requirement.anyOf([[first], [second]]).problem(with: fields)
        ?? Requirement.atMostOne(first, second).problem(with: fields)
    case .atMostOne(let first, let second):
      guard fields.gives(first), fields.gives(second) else { return nil }
      return Diagnostic(
        .param, "“\(first)” and “\(second)” are mutually exclusive", of: second, hint: "leave one of them out")
    case .filled(let name):
      guard case .array(let elements)? = fields[name]?.value.content, elements.isEmpty else { return nil }
      return Diagnostic(.value, "“\(name)” must have at least one element", of: name)
    case .word(let name, let words, let other):
      guard !fields.gives(other), case .string(let word)? = fields[name]?.value.content, !words.contains(word) else {
        return nil
      }
      return Diagnostic(
        .value, "“\(name)” must be \(ValueType.choice(words).words) when there is no \(other), not “\(word)”", of: name,
        hint: Diagnostic.suggestion(Nearest.match(for: word, among: words)))
    }
  }
}

extension Fields {
  /// Whether a parameter has a value that is not null.
  fileprivate func gives(_ name: String) -> Bool {
    guard let member = self[name] else { return false }
    if case .null = member.value.content { return false }
    return true
  }
}
