import Diagnostics
package import Schedules

/// What is to be known of a run's interruptions besides its values.
package struct Resumption: Sendable {
  /// An interruption.
  package struct Joint: Sendable, Equatable {
    /// The first row behind it.
    package let row: Int
    package let way: Restoration
    /// The rows that the schedule describes which is in force behind it, and those of the new one alone, if they say so.
    package internal(set) var length: Int?
    package internal(set) var plannedLength: Int?
  }

  package internal(set) var joints: [Joint]
  /// What the first program would have done without an interruption: the rate of each group.
  package internal(set) var before: [Curve.Column] = []

  /// `nil` where a run is not interrupted.
  init?(of spec: Spec) {
    if spec.resumes.isEmpty { return nil }
    joints = spec.resumes.map { Joint(row: $0.at, way: $0.resumed.way) }
  }

  mutating func take(_ lengths: [(own: Int?, planned: Int?)]) {
    for (index, length) in lengths.enumerated() where joints.indices.contains(index) {
      (joints[index].length, joints[index].plannedLength) = (length.own, length.planned)
    }
  }
}

extension Curve {
  /// Shows in tables what the first program would have done without an interruption, behind what the new one would do.
  package mutating func showBefore() {
    guard let before = resumption?.before, let place = columns.lastIndex(where: { $0.quantity == .planned }) else {
      return
    }
    columns.insert(contentsOf: before, at: place + 1)
  }

  /// Leaves out what the new program alone would have done, where it is not meant to be followed from the beginning.
  package mutating func hidePlanned() {
    columns.removeAll { $0.quantity == .planned }
    resumption = nil
  }
}

/// What the schedules of a resumed run would do alone.
struct ResumedPlans {
  /// The rates of the last of them, had it been followed from the beginning.
  private(set) var planned: [Curve.Column] = []
  /// The rates of the first one, had nothing interrupted it.
  private(set) var before: [Curve.Column] = []
  /// Where each of those behind the first would be at its interruption.
  private(set) var replays: [Steppers?] = []

  init() {}

  init(of index: Int, in spec: Spec) throws(Diagnostic) {
    let rows = spec.steps
    for resume in spec.resumes {
      var run = try Run(index, of: resume.spec)
      replays += run.finish(noting: [resume.at])
      if resume.at == spec.resumes.last?.at { planned = run.rates(as: .planned, rows: rows) }
    }
    var run = try Run(index, of: spec)
    _ = run.finish(noting: [])
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
