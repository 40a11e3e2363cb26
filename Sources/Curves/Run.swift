package import Diagnostics
import Objectives
package import Schedules
import Text

/// Steps a schedule over its optimizer and writes down what it does.
package struct Run {
  private let timeline: Timeline
  private let metric: Metric?
  private let metricCadence: Cadence
  private var steppers: Steppers
  /// What the first columns are read from, in their order.
  private let sources: [Source]
  /// The columns, whose values come at the end.
  private let columns: [Curve.Column]
  /// The values of all columns, one column behind the other.
  private var values: [Double]
  /// What the updates do to the objective, if there is one.
  private var course: LossCourse?
  /// The quantities that the objective's update uses, by their places among all of them.
  private let hyperparameters: [Int]
  /// Whether the schedule watches the loss that it causes.
  private let isClosedLoop: Bool

  /// What a column is read from.
  private enum Source {
    case group(Curve.Quantity, Plan.Place)
    /// One of the plan's quantities, and what it is called.
    case quantity(Int, Curve.Quantity)

    var quantity: Curve.Quantity {
      switch self {
      case .group(let quantity, _), .quantity(_, let quantity): quantity
      }
    }
  }

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
    let nodes = spec.plans.flatMap(\.allNodes)
    let isStepped = !nodes.isEmpty && nodes.allSatisfy { $0.interval == .step }
    if isStepped { for index in columns.indices { columns[index].timeline.countsUpdates = true } }
    let curve = Curve(
      columns: columns, rowCount: spec.steps, timeline: spec.timeline,
      unit: spec.stepsPerEpoch > 1 || isStepped || !spec.timeline.hasEpochs ? .step : .epoch)
    if let heading = curve.repeatedHeading {
      throw Diagnostic(
        .value, "two columns would be called “\(heading)”", at: nodes.last?.node.range,
        hint: "rename a group or a curve")
    }
    return curve
  }

  private init(_ plan: Plan, of spec: Spec) throws(Diagnostic) {
    // Attached first: what a scheduler drives may depend on what the optimizer has.
    let steppers = try Steppers(plan)
    self.steppers = steppers
    timeline = spec.timeline
    metric = plan.metric
    metricCadence = plan.metricCadence
    let places = steppers.groupPlaces
    let names: [String?] =
      places.count == 1 ? [nil] : steppers.groups.enumerated().map { $1.name ?? String($0) }
    let rows = Curve.Rows(every: spec.rowInterval, of: spec.steps)
    func column(_ quantity: Curve.Quantity, _ group: String?, of stepper: Stepper) -> Curve.Column {
      Curve.Column(
        curve: plan.name, quantity: quantity, group: group, values: [], phases: stepper.phases(in: spec.timeline),
        rows: rows, timeline: spec.timeline)
    }
    var columns: [Curve.Column] = []
    var sources: [Source] = []
    let driven = (0...plan.others.count).map { Curve.Quantity.driven(by: steppers[$0]) }
    for quantity in Curve.Quantity.ofGroups {
      for (index, place) in places.enumerated() where driven[place.track].contains(quantity) {
        columns.append(column(quantity, names[index], of: steppers[place.track]))
        sources.append(.group(quantity, place))
      }
    }
    for (index, planned) in plan.quantities.enumerated() {
      let quantity = Curve.Quantity.other(planned.name)
      if columns.contains(where: { $0.quantity.name.isFolded(equalTo: planned.name) }) {
        throw Diagnostic(
          .value, "“\(planned.name)” is driven by the schedule already", at: planned.track.nodes.first?.node.range,
          hint: "leave it out of “quantities”")
      }
      columns.append(column(quantity, nil, of: steppers.quantity(index)))
      sources.append(.quantity(index, quantity))
    }
    self.sources = sources
    hyperparameters = plan.objective?.driven.map(\.quantity) ?? []
    isClosedLoop = plan.isClosedLoop
    if let objective = plan.objective {
      course = LossCourse(objective, isWatched: isClosedLoop)
      var losses = column(.loss, nil, of: steppers.main)
      losses.loss = Curve.Loss(objective: objective, isWatched: isClosedLoop)
      columns.append(losses)
    }
    if plan.metric != nil { columns.append(column(.metric, nil, of: steppers.main)) }
    self.columns = columns
    values = Array(repeating: .nan, count: spec.steps * columns.count)
  }

  private var filledColumns: [Curve.Column] {
    let steps = timeline.steps
    var filled = columns.enumerated().map { index, column in
      var column = column
      column.values = columns.count == 1 ? values : Array(values[index * steps..<(index + 1) * steps])
      return column
    }
    if var course, let index = filled.firstIndex(where: { $0.quantity == .loss }) {
      filled[index].finish(&course, rates: filled.filter { $0.quantity == .lr }.map(\.values))
    }
    return filled
  }

  private mutating func finish() throws(Diagnostic) {
    let metric = self.metric
    var turn = Turn(updates: metricCadence.updates(ofEpochs: timeline.stepsPerEpoch))
    var leftOfEpoch = timeline.stepsPerEpoch
    for row in 0..<timeline.steps {
      if let metric, turn.isBeginning { turn.metric = try metric.value(at: turn.number) }
      try record(row, metric: turn.metric)
      if isClosedLoop, turn.isEnding {
        turn.metric = course?.behind
        show(turn.metric ?? .nan, in: row + 1 - turn.updates..<row + 1)
      }
      // Nothing is asked of the schedule after the last row, so a curve may end exactly where a schedule does.
      if row == timeline.steps - 1 { return }
      leftOfEpoch -= 1
      // Whatever the turn of a watcher is, it sees the loss that there is now.
      let (isClosedLoop, loss) = (self.isClosedLoop, isClosedLoop ? course?.behind : nil)
      try steppers.end(isUpdate: true, endsEpoch: leftOfEpoch == 0) { (turn) throws(Diagnostic) in
        isClosedLoop ? loss : try metric?.value(at: turn)
      }
      if leftOfEpoch == 0 { leftOfEpoch = timeline.stepsPerEpoch }
      turn.endUpdate()
    }
  }

  /// A turn of the metric, whose rows all have its value.
  private struct Turn {
    let updates: Int
    private(set) var number = 0
    private var done = 0
    var metric: Double?

    init(updates: Int) { self.updates = updates }

    var isBeginning: Bool { done == 0 }
    /// Whether the present update is its last.
    var isEnding: Bool { done == updates - 1 }

    mutating func endUpdate() {
      done += 1
      if done == updates { (number, done) = (number + 1, 0) }
    }
  }

  private mutating func record(_ row: Int, metric: Double?) throws(Diagnostic) {
    var next = row
    for index in sources.indices {
      let value =
        switch sources[index] {
        // By way of the stored properties, so that no group is copied at every row.
        case .group(let quantity, let place):
          (place.track == 0
            ? quantity.value(in: steppers.main.optimizer.groups[place.group])
            : quantity.value(in: steppers.others[place.track - 1].optimizer.groups[place.group])) ?? 0
        case .quantity(let index, _): steppers.value(ofQuantity: index)
        }
      guard value.isFinite else { throw overflow(sources[index].quantity, at: row) }
      values[next] = value
      next += timeline.steps
    }
    if course != nil {
      for index in hyperparameters.indices {
        let value = steppers.value(ofQuantity: hyperparameters[index])
        course?.drive(index, to: value)
      }
      values[next] = course?.row(steppers.groups) ?? .nan
      next += timeline.steps
    }
    if let metric { values[next] = metric }
  }

  /// Writes a metric that is known at the end of a turn only into the turn's rows.
  private mutating func show(_ metric: Double, in rows: Range<Int>) {
    let column = (columns.count - 1) * timeline.steps
    for row in rows { values[column + row] = metric }
  }

  private func overflow(_ quantity: Curve.Quantity, at row: Int) -> Diagnostic {
    Diagnostic(
      .run, "the \(quantity == .lr ? "rate" : quantity.title) is not a finite number at step \(row)",
      at: steppers.main.range)
  }
}
