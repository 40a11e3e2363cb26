package import Diagnostics
package import JSON
import Text

/// What is known while a document is read: everything wrong so far.
package struct Reading {
  package private(set) var problems: [Diagnostic] = []
  /// How many more there were than are kept.
  private var omitted = 0
  /// More problems than these are counted and forgotten; a file of 4 MiB can have a million.
  private static let mostKept = 1000
  /// After so many problems none gets a suggestion, for suggestions take time to find.
  private static let mostSuggestions = 200
  /// The parameter that is read, for messages.
  var parameter = ""
  /// Reads a file that the document names; `nil` where no document is at hand.
  var file: Metric.FileReader?
  /// Checks the “plot” of the document, which is nothing to a schedule.
  var plot: Spec.PlotReader?

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    if problems.count < Reading.mostKept { problems.append(diagnostic) } else { omitted += 1 }
  }

  /// The members of what must be an object; `nil` after it has been reported as something else.
  package mutating func members(of value: Value, _ owner: String, hint: @autoclosure () -> String? = nil) -> [Member]? {
    if case .object(let members) = value.content { return members }
    report(Diagnostic(.spec, "\(owner) is an object, not \(value.typeName)", at: value.range, hint: hint()))
    return nil
  }

  /// The hint “did you mean …?”, while suggestions are made.
  func suggestion(_ nearest: @autoclosure () -> String?) -> String? {
    makesSuggestions ? Diagnostic.suggestion(nearest()) : nil
  }

  /// Whether suggestions are still made.
  var makesSuggestions: Bool { problems.count < Reading.mostSuggestions }

  /// The parameter, quoted.
  var subject: String { "“\(parameter)”" }

  /// What is in a file that the document names.
  func contents(of path: String) throws(Diagnostic) -> Bytes {
    guard let file else { throw Diagnostic(.io, "no file can be read here") }
    return try file(path)
  }

  /// Reports a value of the wrong type.
  mutating func mismatch<Wanted>(_ value: Value, _ type: ValueType) -> Wanted? {
    let found: String
    if case .number(let number) = value.content {
      found = type == .integer ? "\(number.value)" : Shown.number(number.value)
    } else {
      found = value.typeName
    }
    report(
      Diagnostic(
        .value, "\(subject) must be \(type.words), not \(found)", at: value.range, hint: meant(by: value, type)))
    return nil
  }

  /// What was meant by a value of another type: the number or the truth value that stands in quotes, or a list of one.
  private func meant(by value: Value, _ type: ValueType) -> String? {
    if case .number(let number) = value.content {
      switch type {
      case .list(.number), .list(.integer): return "in brackets: [\(Shown.number(number.value))]"
      case .function, .perGroup(.function): return "in quotes: \"\(Shown.number(number.value))\""
      default: return nil
      }
    }
    guard case .string(let text) = value.content else { return nil }
    switch type {
    case .number, .integer, .float, .perGroup(.number), .optional(.number), .optional(.integer):
      if Decimal.readLoosely(text) != nil { return "without quotes: \(text)" }
      // 300k
      return Decimal.readTyped(text).map { "without quotes: \(Shown.number($0))" }
    case .list(.number), .list(.integer):
      let parts = text.parts(between: ",")
      return parts.allSatisfy { Decimal.readLoosely($0.parts(between: " ").joined()) != nil }
        ? "without quotes, and in brackets: [\(text)]" : nil
    case .boolean, .optional(.boolean):
      let word = text.lowercasedASCII
      return ["true", "false"].contains(word) ? "without quotes: \(word)" : nil
    default: return nil
    }
  }

  /// What is wrong, in the order of the text.
  package var inOrder: DiagnosticList {
    DiagnosticList(problems.sorted { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }, omitted: omitted)
  }
}
