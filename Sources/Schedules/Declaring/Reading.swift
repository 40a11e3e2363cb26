import Diagnostics
import JSON

/// What is known while a document is read: everything wrong so far.
struct Reading {
  private(set) var problems: [Diagnostic] = []
  /// The parameter that is read, for messages.
  var parameter = ""

  mutating func report(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  /// The parameter, quoted.
  var subject: String { "“\(parameter)”" }

  /// Reports a value of the wrong type.
  mutating func mismatch<Wanted>(_ value: Value, _ shape: Shape) -> Wanted? {
    let found: String
    if case .number(let number) = value.content {
      found = shape == .integer ? "\(number.value)" : Shown.number(number.value)
    } else {
      found = value.sort
    }
    report(Diagnostic(.value, "\(subject) must be \(shape.words), not \(found)", at: value.range))
    return nil
  }

  /// What is wrong, in the order of the text.
  var inOrder: DiagnosticList {
    DiagnosticList(problems.sorted { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) })
  }
}
