import Diagnostics
package import Schedules

/// What is known about a run's interruptions, besides its values.
package struct Resumption: Sendable {
  /// An interruption.
  package struct ResumePoint: Sendable, Equatable {
    /// The first row after it.
    package let row: Int
    package let way: Restoration
    /// The rows that the schedule describes which is in force after it, and those of the new one alone, if they say so.
    package internal(set) var length: Int?
    package internal(set) var plannedLength: Int?
    /// What the schedule that is interrupted would have used in the row; nothing after its end.
    package internal(set) var before: Double?
    /// The rates of the new schedule alone, from the row before to the next interruption.
    fileprivate var plan: [Double] = []

    /// The new schedule's rate in a row, had it been followed from the beginning.
    package func planned(in row: Int) -> Double? {
      let place = row - max(0, self.row - 1)
      guard plan.indices.contains(place), plan[place].isFinite else { return nil }
      return plan[place]
    }

    /// The row after those of which it is known what was planned.
    package var plannedEnd: Int { max(0, row - 1) + plan.count }
  }

  package internal(set) var resumePoints: [ResumePoint]
  /// What the first program would have done without an interruption: the rate of each group.
  package internal(set) var before: [Curve.Column] = []

  /// `nil` where a run is not interrupted.
  init?(of spec: Spec) {
    if spec.resumes.isEmpty { return nil }
    resumePoints = spec.resumes.map { ResumePoint(row: $0.at, way: $0.resumed.way) }
  }

  mutating func take(_ legs: [Run.ResumedLeg], _ plans: ResumedPlans) {
    for (index, leg) in legs.enumerated() where resumePoints.indices.contains(index) {
      (resumePoints[index].length, resumePoints[index].plannedLength) = (leg.own, leg.planned)
      resumePoints[index].before = leg.before
      if plans.parts.indices.contains(index) { resumePoints[index].plan = plans.parts[index] }
    }
  }
}

extension Curve {
  /// Shows in tables what the first program would have done without an interruption, after what the new one would do.
  package mutating func showBefore() {
    guard let before = resumption?.before, let place = columns.lastIndex(where: { $0.quantity == .planned }) else {
      return
    }
    columns.insert(contentsOf: before, at: place + 1)
  }
}

/// What the schedules of a resumed run would do alone.
struct ResumedPlans {
  /// The rates of the last of them, had it been followed from the beginning.
  private(set) var planned: [Curve.Column] = []
  /// The rates of the first one, had nothing interrupted it.
  private(set) var before: [Curve.Column] = []
  /// Where each of those after the first would be at its interruption.
  private(set) var replays: [Steppers?] = []
  /// The first rate that each of them has alone, from the row before its interruption to the next.
  private(set) var parts: [[Double]] = []

  init() {}

  init(of index: Int, in spec: Spec) throws(Diagnostic) {
    let rows = spec.steps
    for (place, resume) in spec.resumes.enumerated() {
      var run = try Run(index, of: resume.spec)
      // What fails is not what is run.
      try? run.finish(noting: resume.at)
      replays.append(run.noted)
      let next = place + 1 < spec.resumes.count ? spec.resumes[place + 1].at : rows
      parts.append(run.firstRate(in: max(0, resume.at - 1)..<max(resume.at, next)))
      if resume.at == spec.resumes.last?.at { planned = run.rates(as: .planned, rows: rows) }
    }
    var run = try Run(index, of: spec)
    try? run.finish()
    before = run.rates(as: .before, rows: rows)
  }
}

extension Run {
  /// The columns of the rates under another name, in so many rows.
  fileprivate func rates(as quantity: Curve.Quantity, rows: Int) -> [Curve.Column] {
    filledColumns.filter { $0.quantity == .lr }.map { column in
      var values = column.values.prefix(rows)
      values += repeatElement(.nan, count: rows - values.count)
      var renamed = Curve.Column(
        curve: column.curve, quantity: quantity, group: column.group, values: Array(values), phases: column.phases,
        rows: column.rows)
      renamed.timeline = column.timeline
      return renamed
    }
  }
}
