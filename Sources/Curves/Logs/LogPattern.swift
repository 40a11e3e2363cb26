import Logs
import Text

/// What readings that diverge have in common, as a person would name it.
package enum LogPattern: Sendable, Equatable {
  /// Every value is the same multiple of the planned one, from a step on; `nil` for all.
  case scaled(Double, from: Int?)
  /// The log lags the plan by this many rows from a step on, or leads it where the number is negative.
  case late([Lag])
  /// The schedule is that of a run of another length.
  case stretched(Int, from: Int?)
  case noWarmUp
  /// The warm-up has another length.
  case warmUp(Int)
  /// The rate stays what it was.
  case constant(Double, from: Int?)
  case oneReading

  package struct Lag: Sendable, Equatable {
    package let rows: Int
    /// The first step that is late; `nil` for the first of the log.
    package let step: Int?

    package init(rows: Int, step: Int?) {
      self.rows = rows
      self.step = step
    }
  }

  /// “2 rows late from step 812 on”.
  package var name: String {
    switch self {
    case .scaled(let factor, let step): "scaled by \(LogPattern.text(factor))\(LogPattern.from(step))"
    case .late(let lags): lags.map(\.words).joined(by: ", ")
    case .stretched(let steps, let step): "stretched to \(steps) steps\(LogPattern.from(step))"
    case .noWarmUp: "no warm-up"
    case .warmUp(let steps): "a warm-up of \(steps.counted("step"))"
    case .constant(let rate, let step): "constant at \(LogPattern.text(rate))\(LogPattern.from(step))"
    case .oneReading: "one reading"
    }
  }

  fileprivate static func from(_ step: Int?) -> String { step.map { " from step \($0) on" } ?? "" }

  private static func text(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}

extension LogPattern.Lag {
  fileprivate var words: String {
    let count = rows.magnitude
    return "\(count.counted("row")) \(rows < 0 ? "early" : "late")\(LogPattern.from(step))"
  }
}
