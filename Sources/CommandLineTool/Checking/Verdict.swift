import Curves
import Diagnostics
import Text

/// What a check found out about one file.
struct Verdict: Sendable {
  enum Outcome: Sendable {
    case same
    /// The golden was missing, and has been made.
    case made
    /// The golden differed, and is now what the curve is.
    case updated
    case missing
    case differs(Difference)
    /// The golden cannot be read; says why, and where.
    case unreadable(String)
    /// A file that the schedule reads stands where the golden should be.
    case occupied
    /// There is no curve to compare; says why.
    case failed(Diagnostic.Code, String)
    /// A golden without a schedule file.
    case orphan(fails: Bool)

    var isMissing: Bool { if case .missing = self { true } else { false } }
  }

  /// The schedule file, or the orphan.
  let path: String
  var golden = ""
  var outcome: Outcome
  /// Whether there is no schedule file at all, or none that can be read.
  var isUnread = false
  /// Where in the schedule file to look.
  var place: (line: Int, column: Int)?

  var exit: Exit {
    switch outcome {
    case .same, .made, .updated, .orphan(fails: false): .done
    case .missing, .differs, .unreadable, .occupied, .orphan(fails: true): .differs
    case .failed: .trouble
    }
  }
}

extension Verdict {
  /// The verdict in a word.
  var word: String {
    switch outcome {
    case .same: "same"
    case .made: "made"
    case .updated: "updated"
    case .missing: "missing"
    case .differs, .unreadable, .occupied: "differs"
    case .failed: "error"
    case .orphan: "orphan"
    }
  }

  /// What to say beyond the word.
  ///
  /// What it quotes may be a heading of megabytes.
  var explanation: String? { words?.abbreviated(to: Excerpt.longest) }

  private var words: String? {
    switch outcome {
    case .same: nil
    case .made, .updated: golden
    case .missing: "there is no \(golden)"
    case .differs(let difference): difference.headline
    case .unreadable(let problem), .failed(_, let problem): problem
    case .occupied: "\(golden) is what the schedule reads, and cannot be its golden"
    case .orphan: "no schedule file has it for its golden or reads it"
    }
  }

  /// The values that differ, line by line.
  var rows: [String] {
    guard case .differs(let difference) = outcome else { return [] }
    return difference.lines.map { $0.abbreviated(to: Excerpt.longest) }
  }
}
