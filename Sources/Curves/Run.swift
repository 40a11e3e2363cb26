package import Diagnostics
import Objectives
package import Schedules

/// Steps a schedule over its optimizer and writes down what it does.
package struct Run {
  private let spec: Spec
  private var optimizer: Optimizer
  private var nodes: [TopNode]
  /// The columns, whose values come at the end.
  private let columns: [Curve.Column]
  /// The values of all columns, one column behind the other.
  private var values: [Double]
  private let rowCount: Int
  /// Asked once: it goes through the whole tree of schedulers.
  private let driven: [Curve.Quantity]
  /// What the updates do to the objective, if there is one.
  private var course: LossCourse?
  /// Whether the schedule watches the loss that it causes.
  private let isClosedLoop: Bool

  /// The curve of a schedule.
  ///
  /// Throws `error[value]` for what the optimizer makes impossible, and `error[run]` for what fails at some step: a
  /// division by zero, a one-cycle schedule stepped past its end, a value that is not finite.
  package static func curve(of spec: Spec) throws(Diagnostic) -> Curve {
    var columns: [Curve.Column] = []
    for plan in spec.plans {
      var run = try Run(plan, of: spec)
      try run.finish()
      columns += run.filledColumns
    }
    let nodes = spec.plans.flatMap(\.nodes)
    let curve = Curve(
      columns: columns, rowCount: spec.epochs * spec.stepsPerEpoch, stepsPerEpoch: spec.stepsPerEpoch,
      unit: spec.stepsPerEpoch > 1 || (!nodes.isEmpty && nodes.allSatisfy { $0.interval == .step }) ? .step : .epoch)
    if let heading = curve.repeatedHeading {
      throw Diagnostic(
        .value, "two columns would be called “\(heading)”", at: nodes.last?.node.range,
        hint: "rename a group or a curve")
    }
    return curve
  }

  private init(_ plan: Plan, of spec: Spec) throws(Diagnostic) {
    var plan = plan
    // Attached first: what a scheduler drives may depend on what the optimizer has.
    for index in plan.nodes.indices { try plan.nodes[index].node.start(&plan.optimizer) }
    self.spec = spec
    optimizer = plan.optimizer
    nodes = plan.nodes
    rowCount = spec.epochs * spec.stepsPerEpoch
    let groups = plan.optimizer.groups
    let names: [String?] = groups.count == 1 ? [nil] : groups.enumerated().map { $1.name ?? String($0) }
    let phases = plan.phases(epochs: spec.epochs, stepsPerEpoch: spec.stepsPerEpoch)
    func column(_ quantity: Curve.Quantity, _ group: String?) -> Curve.Column {
      Curve.Column(curve: plan.name, quantity: quantity, group: group, values: [], phases: phases)
    }
    driven = Curve.Quantity.driven(by: plan)
    var columns = driven.flatMap { quantity in names.map { column(quantity, $0) } }
    isClosedLoop = if case .loss = spec.metric { true } else { false }
    if let objective = plan.objective {
      course = LossCourse(objective, isWatched: isClosedLoop)
      var losses = column(.loss, nil)
      losses.loss = Curve.Loss(objective: objective, isWatched: isClosedLoop)
      columns.append(losses)
    }
    if spec.metric != nil { columns.append(column(.metric, nil)) }
    self.columns = columns
    values = Array(repeating: .nan, count: rowCount * columns.count)
  }

  private var filledColumns: [Curve.Column] {
    var filled = columns.enumerated().map { index, column in
      var column = column
      column.values = columns.count == 1 ? values : Array(values[index * rowCount..<(index + 1) * rowCount])
      return column
    }
    if var course, let index = filled.firstIndex(where: { $0.quantity == .loss }) {
      filled[index].finish(&course, rates: filled.filter { $0.quantity == .lr }.map(\.values))
    }
    return filled
  }

  private mutating func finish() throws(Diagnostic) {
    var row = 0
    for epoch in 0..<spec.epochs {
      var metric = try spec.metric?.value(at: epoch)
      for step in 1...spec.stepsPerEpoch {
        try record(row, metric: metric)
        optimizer.step()
        row += 1
        if isClosedLoop, step == spec.stepsPerEpoch {
          metric = course?.behind
          show(metric ?? .nan, in: row - spec.stepsPerEpoch..<row)
        }
        // Nothing is asked of the schedule after the last row, so a curve may end exactly where a schedule does.
        if row == rowCount { return }
        try advance(isEndOfEpoch: step == spec.stepsPerEpoch, metric: metric)
      }
    }
  }

  /// Steps the schedulers that are due, in their order.
  private mutating func advance(isEndOfEpoch: Bool, metric: Double?) throws(Diagnostic) {
    for index in nodes.indices where isEndOfEpoch || nodes[index].interval == .step {
      try nodes[index].node.step(&optimizer, metric: metric)
    }
  }

  private mutating func record(_ row: Int, metric: Double?) throws(Diagnostic) {
    var next = row
    for quantity in driven {
      for index in optimizer.groups.indices {
        let value = quantity.value(in: optimizer.groups[index]) ?? 0
        guard value.isFinite else { throw overflow(quantity, at: row) }
        values[next] = value
        next += rowCount
      }
    }
    if course != nil {
      values[next] = course?.row(optimizer.groups) ?? .nan
      next += rowCount
    }
    if let metric { values[next] = metric }
  }

  /// Writes a metric that is known at the end of an epoch only into the epoch's rows.
  private mutating func show(_ metric: Double, in rows: Range<Int>) {
    let column = (columns.count - 1) * rowCount
    for row in rows { values[column + row] = metric }
  }

  private func overflow(_ quantity: Curve.Quantity, at row: Int) -> Diagnostic {
    Diagnostic(
      .run, "the \(quantity == .lr ? "rate" : quantity.title) is not a finite number at step \(row)",
      at: nodes.first?.node.range)
  }
}

extension Plan {
  /// The stretches of the run in rows: those of the one scheduler that has several, or the run as one.
  func phases(epochs: Int, stepsPerEpoch: Int) -> [Phase] {
    let last = epochs * stepsPerEpoch
    let all = nodes.map { top in
      let rows = top.interval == .epoch ? stepsPerEpoch : 1
      return top.node.phases.prefix { $0.start < last / max(1, rows) + 1 }
        .map { Phase(start: $0.start * rows, motion: rows > 1 ? .jumps : $0.motion, label: $0.label) }
        .filter { $0.start < last }
    }
    if all.count == 1, let only = all.first { return only }
    let divided = all.filter { $0.count > 1 }
    if divided.count == 1 { return divided[0] }
    if divided.count > 1 { return Plan.overlaid(divided) }
    let motions = all.flatMap { $0 }.map(\.motion)
    let motion: Motion = motions.contains(.moves) ? .moves : motions.contains(.unknown) ? .unknown : .jumps
    return [Phase(start: 0, motion: motion, label: "")]
  }

  /// The stretches of several schedulers at once: one begins wherever one of theirs does, and is called by all of them.
  private static func overlaid(_ all: [[Phase]]) -> [Phase] {
    Set(all.flatMap { $0.map(\.start) }).sorted().map { start in
      let here = all.compactMap { phases in phases.last { $0.start <= start } }
      return Phase(
        start: start, motion: here.contains { $0.motion == .moves } ? .moves : .jumps,
        label: here.map(\.label).filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }
}
