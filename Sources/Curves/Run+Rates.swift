package import Diagnostics
package import Schedules
import Text

extension Run {
  /// The rates of a group in the first rows of a schedule, which is run no further where it can be.
  /// - Parameter group: Its name; the first group if none is called so.
  package static func rates(of spec: Spec, group: String?, rows: Int) throws(Diagnostic) -> [Double] {
    guard let plan = spec.plans.first, spec.plans.count == 1, spec.resumes.isEmpty, plan.metric == nil,
      plan.objective == nil
    else {
      let rates = try curve(of: spec).columns(of: .lr)
      return (rates.first { $0.group.isSame(as: group) } ?? rates.first)?.values ?? []
    }
    var steppers = try Steppers(plan)
    let names = steppers.groups.enumerated().map { $1.name ?? String($0) }
    let index = names.firstIndex { group?.isSame(as: $0) ?? false } ?? 0
    let place = steppers.groupPlaces[index]
    var rates: [Double] = []
    rates.reserveCapacity(rows)
    var leftOfEpoch = spec.timeline.stepsPerEpoch
    while true {
      let rate =
        place.track == 0
        ? steppers.main.optimizer.groups[place.group].lr
        : steppers.others[place.track - 1].optimizer.groups[place.group].lr
      guard rate.isFinite else {
        throw Diagnostic(.run, "the rate is not a finite number at step \(rates.count)", at: steppers.main.range)
      }
      rates.append(rate)
      if rates.count >= min(rows, spec.steps) { return rates }
      leftOfEpoch -= 1
      try steppers.end(isUpdate: true, endsEpoch: leftOfEpoch == 0) { _ in nil }
      if leftOfEpoch == 0 { leftOfEpoch = spec.timeline.stepsPerEpoch }
    }
  }
}
