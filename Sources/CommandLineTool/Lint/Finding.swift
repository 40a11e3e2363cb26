import Diagnostics
import Schedules

/// Something in a schedule that is allowed, and hardly meant.
struct Finding: Sendable {
  let rule: LintRule
  /// What is so, with its numbers, and what follows from it.
  let message: String
  /// What would mend it.
  let fix: String
  let range: SourceRange?
}
