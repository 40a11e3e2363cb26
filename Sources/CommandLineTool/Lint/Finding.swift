import Diagnostics
import JSON
import Schedules

/// Something in a schedule that is allowed, but hardly meant.
struct Finding: Sendable {
  let rule: LintRule
  /// What is the case, with its numbers, and what follows from it.
  let message: String
  /// What would mend it.
  var hint: String
  let range: SourceRange?
  /// Where the scheduler that it is about is named; `nil` for what is about the whole file.
  var owner: SourceRange?
  /// Values that might mend it, the most likely first, until one of them has been found to do so.
  var repairs: [Repair] = []
  /// The value that mends it.
  var fix: Fix?
}

/// A value that might mend a finding.
struct Repair: Sendable {
  /// What it belongs to: the scheduler that is named there, or the object at a path.
  enum Owner: Sendable {
    case node(SourceRange)
    case path([String])
  }

  let owner: Owner
  let key: String
  let value: Double
}

/// A value that mends a finding, and its place as `--set` has it.
struct Fix: Sendable {
  let path: [String]
  let value: Value
  /// Where the value stands that it replaces; `nil` for one that is to be added.
  let range: SourceRange?

  var dotted: String { path.joined(separator: ".") }
}
