import Logs
import Schedules

/// Logs and what was planned in one, to be looked at: the plan as a line, readings as points.
package struct LogOverlay: Sendable {
  /// The plan's columns, and two for each column of a log: what agrees, and what diverges.
  package let curve: Curve
  /// How far readings are from the plan.
  package let differences: [Curve.Column]
  /// Where each log begins to diverge.
  package let marks: [(row: Int, label: String)]

  /// Lays logs over the schedules that they are shown with, of which the first is their plan.
  package init(
    of logs: [(name: String, comparison: LogComparison)], over plans: (name: String, curve: Curve)...
  ) {
    self.init(of: logs, over: plans)
  }

  package init(
    of logs: [(name: String, comparison: LogComparison)], over plans: [(name: String, curve: Curve)]
  ) {
    var parts = plans
    var differences: [Curve.Column] = []
    var marks: [(row: Int, label: String)] = []
    let timeline = plans.first?.curve.timeline ?? Timeline(steps: 1)
    let rows = plans.first?.curve.rowCount ?? 1
    for (name, comparison) in logs {
      let points = comparison.points(rows: rows, timeline: timeline)
      func part(_ columns: [Curve.Column]) -> Curve {
        Curve(columns: columns, rowCount: rows, timeline: timeline, unit: plans.first?.curve.unit ?? .step)
      }
      parts.append((name, part(points.agreeing)))
      if let first = comparison.first {
        parts.append(("\(name), diverging", part(points.diverging)))
        marks.append((max(0, min(first.row, rows - 1)), "diverges at step \(first.step)"))
        differences += points.differences
      }
    }
    curve = .comparison(of: parts)
    self.differences = differences
    self.marks = marks
  }
}

extension LogComparison {
  /// The readings as columns of as many rows as the plan has.
  fileprivate func points(
    rows: Int, timeline: Timeline
  ) -> (agreeing: [Curve.Column], diverging: [Curve.Column], differences: [Curve.Column]) {
    var made: (agreeing: [Curve.Column], diverging: [Curve.Column], differences: [Curve.Column]) = ([], [], [])
    for pair in pairing.pairs {
      let column = log.columns[pair.column]
      let planned = PlannedValues(log, pair.plan, convention, isAsked: isAsked)
      let precision = tolerance.map { .relative($0) } ?? column.precision
      let empty = Array(repeating: Double.nan, count: rows)
      var (agreeing, diverging, difference) = (empty, empty, empty)
      for reading in log.steps.indices where !column.values[reading].isNaN {
        guard let (row, rate) = planned.planned(reading), row < rows else { continue }
        let logged = column.values[reading]
        let isSame = precision.accepts(logged, for: rate, peak: planned.peak)
        // Of repeated steps the last one counts.
        (agreeing[row], diverging[row]) = isSame ? (logged, .nan) : (.nan, logged)
        difference[row] = logged - rate
      }
      func points(_ values: [Double], isLogged: Bool) -> Curve.Column {
        Curve.Column(
          quantity: .lr, group: pairing.pairs.count > 1 ? column.name : nil, isLogged: isLogged, values: values,
          phases: [Phase(start: 0, motion: .moves, label: "")], rows: Curve.Rows(of: rows), timeline: timeline)
      }
      made.agreeing.append(points(agreeing, isLogged: true))
      made.diverging.append(points(diverging, isLogged: true))
      made.differences.append(points(difference, isLogged: true))
    }
    return made
  }
}
