import Curves
import Objectives
import JSON
import Schedules

extension Explanation {
  /// The explanation for a machine; its keys are stable.
  var value: Value {
    var members: [(key: String, value: Value)] = [
      ("path", .text(subject.path)), ("title", .text(spec.title ?? (subject.path == nil ? subject.name : nil))),
    ]
    if let description = spec.description { members.append(("description", .text(description))) }
    if let origin = spec.origin { members.append(("source", .text(origin))) }
    members += [
      ("epochs", .integer(spec.epochs)), ("steps_per_epoch", .integer(curve.stepsPerEpoch)),
      ("steps", .integer(curve.rowCount)), ("series", Value(.array(parts.map(series)))),
    ]
    members += resumes
    return .object(members)
  }

  private func series(_ part: Part) -> Value {
    let (column, summary) = (part.column, part.summary)
    var members: [(key: String, value: Value)] = [
      ("name", .text(column.heading)), ("quantity", .text(column.quantity.name)), ("curve", .text(column.curve)),
      ("group", .text(column.group)), ("first", point(summary.first)), ("peak", point(summary.peak)),
      ("minimum", point(summary.minimum)), ("final", point(summary.final)), ("mean", .decimal(summary.mean)),
    ]
    if let loss = part.loss { members += self.members(of: loss, part.finder) }
    guard part.isRate else { return .object(members) }
    members += [
      ("area", .decimal(summary.area)),
      ("half_of_peak", .object([("up", point(summary.halfUp)), ("down", point(summary.halfDown))])),
      ("phases", Value(.array(phases(part)))),
    ]
    if !part.reductions.isEmpty { members.append(("reductions", Value(.array(part.reductions.map(reduction))))) }
    return .object(members)
  }

  private func members(of loss: LossDescription, _ finder: RateFinder?) -> [(key: String, value: Value)] {
    let objective = loss.loss.objective
    var members: [(key: String, value: Value)] = [
      ("objective", .text(objective.type.rawValue)), ("preset", .text(objective.preset?.name)),
      ("behind", .decimal(loss.loss.behind ?? .nan)),
      ("divergence", loss.loss.divergence.map(Value.integer) ?? Value(.null)),
      ("critical_rate", .decimal(objective.criticalRate ?? .nan)),
      ("remarks", Value(.array(loss.remarks.map { .text($0) }))),
    ]
    if let finder {
      members.append(
        (
          "range_test",
          .object([
            ("steps", .integer(finder.count)), ("last", .decimal(finder.last)),
            ("valley", .decimal(finder.valley ?? .nan)), ("steep", .decimal(finder.steep ?? .nan)),
            ("minimum", .decimal(finder.minimum ?? .nan)), ("slide", .decimal(finder.slide ?? .nan)),
          ])
        ))
    }
    return members
  }

  private func phases(_ part: Part) -> [Value] {
    part.description.explained.map { span in
      func end(_ row: Int) -> Value { point(Summary.Point(row: row, value: part.description.values[row])) }
      return .object([
        ("label", .text(span.phase.label)), ("first", end(span.phase.start)), ("last", end(span.end - 1)),
        ("words", .text(part.description.describe(span, isFirst: true))),
      ])
    }
  }

  private func reduction(_ reduction: Reduction) -> Value {
    .object([
      ("step", .integer(reduction.row)), ("epoch", .integer(reduction.row / curve.stepsPerEpoch)),
      ("from", .decimal(reduction.from)), ("to", .decimal(reduction.to)),
      ("metric", .decimal(reduction.metric ?? .nan)),
    ])
  }

  private func point(_ point: Summary.Point?) -> Value {
    guard let point else { return Value(.null) }
    return .object([
      ("step", .integer(point.row)), ("epoch", .integer(point.row / curve.stepsPerEpoch)),
      ("value", .decimal(point.value)),
    ])
  }
}
