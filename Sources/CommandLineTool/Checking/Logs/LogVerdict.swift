import Curves
import Diagnostics
import Logs
import Text

/// What a check found out about one log.
struct LogVerdict: Sendable {
  enum Outcome: Sendable {
    case compared(Log, LogComparison)
    /// The log cannot be read, or not compared.
    case failed(Diagnostic.Code, String)
  }

  let path: String
  let plan: String
  let outcome: Outcome
  /// Where in the log to look.
  var place: (line: Int, column: Int)?
  /// How many rows the plan has.
  var rowCount = 0

  var exit: Exit {
    switch outcome {
    case .compared(_, let comparison): comparison.agrees ? .done : .differs
    case .failed: .trouble
    }
  }

  /// The verdict in a word.
  var word: String {
    switch outcome {
    case .compared(_, let comparison): comparison.agrees ? "agrees" : "diverges"
    case .failed: "error"
    }
  }

  /// “agrees at all 412 readings (to 4 digits, row N−1)”.
  var headline: String {
    switch outcome {
    case .failed(_, let message): message
    case .compared(_, let comparison):
      if let first = comparison.first {
        divergence(first, comparison)
      } else {
        "agrees at \(LogVerdict.all(comparison.used)) (\(comparison.exactness), \(comparison.convention.words))"
      }
    }
  }

  private static func all(_ count: Int) -> String {
    count == 1 ? "its 1 reading" : "all \(count) readings"
  }

  private func divergence(_ first: LogComparison.Divergence, _ comparison: LogComparison) -> String {
    let names = [first.column, first.group].compactMap { $0 }.joined(by: ", ")
    let percent = RelativeChange.text(from: first.planned, to: first.logged).map { ", \($0)" } ?? ""
    return "diverges at step \(first.step) (row \(first.row)): logged \(LogVerdict.text(first.logged)), planned "
      + "\(LogVerdict.text(first.planned))\(percent)\(names.isEmpty ? "" : " (\(names))")"
  }

  /// The headline of a picture: “diverges at step 55, +29 %: stretched to 120 steps”.
  var caption: String {
    guard case .compared(_, let comparison) = outcome, let first = comparison.first else { return headline }
    let percent = RelativeChange.text(from: first.planned, to: first.logged).map { ", \($0)" } ?? ""
    return "diverges at step \(first.step)\(percent)" + (comparison.pattern.map { ": \($0.name)" } ?? "")
  }

  private static func text(_ value: Double) -> String { (value == 0 ? 0 : value).description }

  /// What else to report, line by line.
  var lines: [String] {
    guard case .compared(let log, let comparison) = outcome else { return [] }
    var lines: [String] = []
    if let pattern = comparison.pattern { lines.append("pattern: \(pattern.name)") }
    if !comparison.agrees {
      let (count, used) = (comparison.differing, comparison.used)
      lines.append(
        "\(count) of \(used.counted("reading")) \(count == 1 ? "differs" : "differ") "
          + "(\(comparison.exactness), \(comparison.convention.words))")
    }
    let reason = comparison.isAsked ? "as --offset says" : log.form.reason(for: comparison.convention)
    lines.append("\(log.form.rawValue): \(comparison.convention.words), \(reason)")
    lines.append(readings(log, comparison))
    return lines + warnings(log, comparison)
  }

  /// Readings used, skipped and repeated.
  private func readings(_ log: Log, _ comparison: LogComparison) -> String {
    var parts = ["\(comparison.used) used"]
    if log.withoutRate > 0 {
      parts.append("\(log.withoutRate.counted("row")) without a rate skipped")
    }
    if log.unreadable > 0 {
      parts.append("\(log.unreadable) unreadable skipped")
    }
    if comparison.repeated > 0 { parts.append("\(comparison.repeated) repeated") }
    if let step = comparison.firstBeyond { parts.append("\(comparison.beyond) beyond the plan (from step \(step) on)") }
    return "readings: \(parts.joined(by: ", "))"
  }

  /// What is not a difference, but worth knowing.
  func warnings(_ log: Log, _ comparison: LogComparison) -> [String] {
    var warnings: [String] = []
    if log.tornAt != nil || comparison.leavesOutLast {
      warnings.append("warning: the last line is torn, and left out")
    }
    if let total = log.total, total != rowCount, log.unit == .step, log.epochs.isEmpty {
      warnings.append("warning: the run was to have \(total) steps, and the plan has \(rowCount)")
    }
    if log.skippedUpdates > 0 {
      warnings.append(
        "warning: the log reports \(log.skippedUpdates) skipped \(log.skippedUpdates == 1 ? "update" : "updates"), at which the schedule stood still"
      )
    }
    return warnings
  }
}

/// A change as a part of what was there.
enum RelativeChange {
  /// “+12 %”, with two significant digits; `nil` where there is none.
  static func text(from old: Double, to new: Double) -> String? {
    let percent = 100 * ((new - old) / abs(old))
    guard percent.isFinite, percent != 0 else { return nil }
    var unit = 1.0
    while abs(percent) * unit < 10, unit < 1e300 { unit *= 10 }
    let rounded = (percent * unit).rounded() / unit
    return "\(rounded < 0 ? "" : "+")\(Int(exactly: rounded).map(String.init) ?? rounded.description) %"
  }
}
