import Curves
import JSON
import Objectives
import Schedules
import Text

/// A schedule in words and in a few numbers, for a person or for a program.
struct Explanation {
  let subject: Subject

  var spec: Spec { subject.spec }
  var curve: Curve { subject.curve }

  /// What to say about one column.
  struct Part {
    let description: CurveDescription
    let summary: Summary
    let reductions: [Reduction]
    /// What else to say about a loss, and what a range test makes of it.
    var loss: LossDescription?
    var finder: RateFinder?

    var column: Curve.Column { description.column }
    var isRate: Bool { column.quantity == .lr }
  }

  /// The columns that have values.
  var parts: [Part] {
    let plans = Dictionary(spec.plans.map { ($0.name.map(ExactText.init), $0) }) { first, _ in first }
    let metrics = Dictionary(
      curve.columns(of: .metric).map { ($0.curve.map(ExactText.init), $0) }
    ) { first, _ in first }
    return curve.columns.compactMap { column in
      let owner = column.curve.map(ExactText.init)
      return Summary(of: column.values).map { summary in
        let loss = LossDescription(column, in: curve)
        return Part(
          description: CurveDescription(column, unit: curve.unit), summary: summary,
          reductions: column.quantity == .lr ? reductions(of: column, plans[owner], metrics[owner]) : [], loss: loss,
          finder: loss.flatMap { finder($0, plans[owner]) })
      }
    }
  }

  /// What fastai's finder would say, where the schedule is a range test.
  private func finder(_ loss: LossDescription, _ plan: Plan?) -> RateFinder? {
    guard let plan, plan.nodes.count == 1, plan.nodes[0].node.label == "range-test", !loss.loss.objective.isLaw
    else { return nil }
    return RateFinder(rates: loss.rates, losses: loss.column.values)
  }

  /// What a metric has made of the rate; empty where another scheduler may have changed it too.
  private func reductions(of column: Curve.Column, _ plan: Plan?, _ metric: Curve.Column?) -> [Reduction] {
    guard let plan, plan.nodes.count == 1, plan.nodes[0].node.scheduler.watchesMetric else { return [] }
    let node = plan.nodes[0].node
    let mode = node.parameters.first { $0.role == .mode }
    var word = mode?.standard ?? ""
    if let mode, case .string(let given)? = node.member(mode.name)?.value.content { word = given }
    return Reduction.all(
      of: column, after: metric, wantsLarge: ["max", "\"max\"", "greater", "\"greater\""].contains(word),
      stepsPerEpoch: curve.stepsPerEpoch)
  }
}

/// A rate that was lowered because a metric did not improve.
struct Reduction {
  /// The first row that has the new rate.
  let row: Int
  let from: Double
  let to: Double
  /// The value that was one too many: the metric of the epoch before.
  let metric: Double?
  /// The best value until then, and its epoch.
  var best: (value: Double, epoch: Int)?

  static func all(
    of rate: Curve.Column, after metric: Curve.Column?, wantsLarge: Bool, stepsPerEpoch: Int
  ) -> [Reduction] {
    rate.values.indices.dropFirst().filter { rate.values[$0] < rate.values[$0 - 1] }.map { row in
      let seen = metric?.values[..<row].enumerated().filter { !$0.element.isNaN } ?? []
      let best = wantsLarge ? seen.max { $0.element < $1.element } : seen.min { $0.element < $1.element }
      return Reduction(
        row: row, from: rate.values[row - 1], to: rate.values[row],
        metric: metric.flatMap { $0.values[row - 1].isNaN ? nil : $0.values[row - 1] },
        best: best.map { ($0.element, $0.offset / stepsPerEpoch) })
    }
  }
}
