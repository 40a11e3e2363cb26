package import Diagnostics
import Objectives
package import Schedules
import Text

/// Steps a schedule over its optimizer and writes down what it does.
package struct Run {
  /// What is run now: the program of the file, then those that it is resumed with.
  private var leg: Leg
  private let resumes: [Resume]
  /// How many of them are done.
  private var resumed = 0
  /// The place of the plan among those of the file.
  private let index: Int
  private let steps: Int
  private var steppers: Steppers
  /// What the first columns are read from, in their order.
  private let sources: [ValueSource]
  /// The columns, whose values come at the end.
  private let columns: [Curve.Column]
  /// The values of all columns, one column after the other.
  private var values: [Double]
  /// What the updates do to the objective, if there is one.
  private var lossCurve: LossCurve?
  private let hasLosses: Bool
  /// The quantities that the objective's update uses, by their places among all of them.
  private var hyperparameters: [Int]
  /// The phases of each track from where the run was resumed.
  private var resumedPhases: [(row: Int, tracks: [[Phase]])] = []
  private(set) var resumedLegs: [ResumedLeg] = []
  /// The rows that were run: all, unless a plan ends early that is only looked at.
  private var rows = 0
  /// Where the run is before the row that `finish` was asked to note, if it got there.
  private(set) var noted: Steppers?

  /// What the schedules are that the run was resumed with.
  struct ResumedLeg {
    /// The rows of the one in force, and of the new one alone, if they say so.
    let own: Int?
    let planned: Int?
    /// The rate that the one before would have used next, unless it was over.
    let before: Double?
  }

  /// What a column is read from.
  private enum ValueSource {
    case group(Curve.Quantity, Plan.GroupPlace)
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
  /// Throws `error[value]` for what the optimizer makes impossible or a checkpoint does not fit, and `error[run]` for what
  /// fails at some step: a division by zero, a one-cycle schedule stepped past its end, a value that is not finite.
  package static func curve(of spec: Spec) throws(Diagnostic) -> Curve {
    var columns: [Curve.Column] = []
    var resumption = Resumption(of: spec)
    for index in spec.plans.indices {
      var plans = ResumedPlans()
      if !spec.resumes.isEmpty { plans = try ResumedPlans(of: index, in: spec) }
      var run = try Run(index, of: spec, spec.resumes)
      try run.finish(replays: plans.replays)
      var filled = run.filledColumns
      let behind = filled.lastIndex { $0.quantity == .lr }.map { $0 + 1 } ?? 0
      if spec.resumes.last?.showsPlan == true { filled.insert(contentsOf: plans.planned, at: behind) }
      columns += filled
      resumption?.before += plans.before
      if index == 0 { resumption?.take(run.resumedLegs, plans) }
    }
    let nodes = spec.plans.flatMap(\.allNodes)
    let isStepped = !nodes.isEmpty && nodes.allSatisfy { $0.interval == .step }
    if isStepped { for index in columns.indices { columns[index].timeline.countsUpdates = true } }
    var curve = Curve(
      columns: columns, rowCount: spec.steps, timeline: spec.whole,
      unit: spec.stepsPerEpoch > 1 || isStepped || !spec.whole.hasEpochs ? .step : .epoch)
    if spec.resumes.contains(where: \.showsPlan) { curve.resumption = resumption }
    if let heading = curve.repeatedHeading {
      throw Diagnostic(
        .value, "two columns would be called “\(heading)”", at: nodes.last?.node.range,
        hint: "rename a group or a curve")
    }
    return curve
  }

  init(_ index: Int, of spec: Spec, _ resumes: [Resume] = []) throws(Diagnostic) {
    let plan = spec.plans[index]
    // Attached first: what a scheduler drives may depend on what the optimizer has.
    let steppers = try Steppers(plan)
    self.steppers = steppers
    self.index = index
    self.resumes = resumes
    leg = Leg(plan, of: spec)
    let whole = resumes.last?.spec.timeline ?? spec.timeline
    steps = whole.steps
    // A resumed run has the columns of all that it is made of.
    var layout = steppers
    var driven = (0...plan.others.count).map { Curve.Quantity.driven(by: steppers[$0]) }
    for resume in resumes {
      layout = try Steppers(resume.spec.plans[index])
      let later = (0...resume.spec.plans[index].others.count).map { Curve.Quantity.driven(by: layout[$0]) }
      driven = later.enumerated().map { track, own in
        let earlier = driven.indices.contains(track) ? driven[track] : []
        return Curve.Quantity.ofGroups.filter { own.contains($0) || earlier.contains($0) }
      }
    }
    let places = layout.groupPlaces
    let names: [String?] =
      places.count == 1 ? [nil] : layout.groups.enumerated().map { $1.name ?? String($0) }
    let rows = Curve.Rows(every: spec.rowInterval, of: steps)
    func column(_ quantity: Curve.Quantity, _ group: String?, of stepper: Stepper) -> Curve.Column {
      Curve.Column(
        curve: plan.name, quantity: quantity, group: group, values: [], phases: stepper.phases(in: spec.timeline),
        rows: rows, timeline: whole)
    }
    var columns: [Curve.Column] = []
    var sources: [ValueSource] = []
    for quantity in Curve.Quantity.ofGroups {
      for (index, place) in places.enumerated() where driven[place.track].contains(quantity) {
        let stepper = place.track <= plan.others.count ? steppers[place.track] : steppers.main
        columns.append(column(quantity, names[index], of: stepper))
        sources.append(.group(quantity, place))
      }
    }
    let quantities = resumes.last?.spec.plans[index].quantities ?? plan.quantities
    for (index, planned) in quantities.enumerated() {
      let quantity = Curve.Quantity.other(planned.name)
      if columns.contains(where: { $0.quantity.name.isFolded(equalTo: planned.name) }) {
        throw Diagnostic(
          .value, "“\(planned.name)” is driven by the schedule already", at: planned.track.nodes.first?.node.range,
          hint: "leave it out of “quantities”")
      }
      let stepper = index < plan.quantities.count ? steppers.quantity(index) : layout.quantity(index)
      columns.append(column(quantity, nil, of: stepper))
      sources.append(.quantity(index, quantity))
    }
    self.sources = sources
    hyperparameters = plan.objective?.driven.map(\.quantity) ?? []
    hasLosses = plan.objective != nil
    if let objective = plan.objective {
      lossCurve = LossCurve(objective, isWatched: leg.isClosedLoop)
      var losses = column(.loss, nil, of: steppers.main)
      losses.loss = Curve.Loss(objective: objective, isWatched: leg.isClosedLoop)
      columns.append(losses)
    }
    if plan.metric != nil || resumes.contains(where: { $0.spec.plans[index].metric != nil }) {
      columns.append(column(.metric, nil, of: steppers.main))
    }
    self.columns = columns
    values = Array(repeating: .nan, count: steps * columns.count)
  }

  var filledColumns: [Curve.Column] {
    var filled = columns.enumerated().map { index, column in
      var column = column
      column.values = columns.count == 1 ? values : Array(values[index * steps..<(index + 1) * steps])
      if index < sources.count, case .group(_, let place) = sources[index] {
        column.phases = phases(column.phases, ofTrack: place.track)
      }
      return column
    }
    if var lossCurve, let index = filled.firstIndex(where: { $0.quantity == .loss }) {
      filled[index].finish(&lossCurve, rates: filled.filter { $0.quantity == .lr }.map(\.values))
    }
    return filled
  }

  /// The phases of a column: from where the run is resumed, those of what it is resumed with.
  private func phases(_ first: [Phase], ofTrack track: Int) -> [Phase] {
    var phases = first
    for (row, tracks) in resumedPhases where tracks.indices.contains(track) {
      let current = tracks[track].last { $0.start <= row }
      phases.removeAll { $0.start >= row }
      if var current {
        current.start = row
        phases.append(current)
      }
      phases += tracks[track].filter { $0.start > row }
    }
    return phases
  }

  /// The rate of the first group in some rows, as far as it was run.
  func firstRate(in range: Range<Int>) -> [Double] {
    range.map { $0 < rows && !columns.isEmpty ? values[$0] : .nan }
  }

  /// Runs to the end, or to the row that is noted if that comes later.
  ///
  /// - Parameters:
  ///   - replays: Where the new schedule of each interruption would be, had it been followed from the beginning.
  ///   - row: The row before which `noted` is taken.
  mutating func finish(replays: [Steppers?] = [], noting row: Int? = nil) throws(Diagnostic) {
    let (end, note) = (max(steps, row ?? 0), row ?? -1)
    var turn = Turn(updates: leg.metricCadence.updates(ofEpochs: leg.timeline.stepsPerEpoch))
    var leftOfEpoch = leg.timeline.stepsPerEpoch
    var next = resumes.first?.at ?? .max
    if note == 0 { noted = steppers }
    if next == 0 { try resume(replays, &turn, &leftOfEpoch, &next) }
    for row in 0..<end {
      if let metric = leg.metric, turn.isBeginning { turn.metric = try metric.value(at: turn.number) }
      if row < steps {
        try record(row, metric: turn.metric)
        rows = row + 1
      }
      if leg.isClosedLoop, turn.isEnding {
        turn.metric = lossCurve?.behind
        if row < steps { show(turn.metric ?? .nan, in: row + 1 - turn.updates..<row + 1) }
      }
      // Nothing is asked of the schedule after the last row, so a curve may end exactly where a schedule does.
      if row == end - 1, note != end { return }
      leftOfEpoch -= 1
      try self.end(&turn, endsEpoch: leftOfEpoch == 0)
      if leftOfEpoch == 0 { leftOfEpoch = leg.timeline.stepsPerEpoch }
      if row + 1 == note { noted = steppers }
      if row + 1 == next { try resume(replays, &turn, &leftOfEpoch, &next) }
    }
  }

  @inline(__always)
  private mutating func end(_ turn: inout Turn, endsEpoch: Bool) throws(Diagnostic) {
    // Whatever the turn of a watcher is, it sees the loss that there is now.
    let (isClosedLoop, metric) = (leg.isClosedLoop, leg.metric)
    let loss = isClosedLoop ? lossCurve?.behind : nil
    try steppers.end(isUpdate: true, endsEpoch: endsEpoch) { (turn) throws(Diagnostic) in
      isClosedLoop ? loss : try metric?.value(at: turn)
    }
    turn.endUpdate()
  }

  /// Goes on with the next program.
  private mutating func resume(
    _ replays: [Steppers?], _ turn: inout Turn, _ leftOfEpoch: inout Int, _ next: inout Int
  ) throws(Diagnostic) {
    let resume = resumes[resumed]
    let plan = resume.spec.plans[index]
    let stepsPerEpoch = resume.spec.timeline.stepsPerEpoch
    let isOver = resume.at >= leg.timeline.steps
    let before = isOver ? nil : steppers.groups.first?.lr
    do throws(Diagnostic) {
      steppers = try steppers.resumed(
        as: plan, resume.resumed, at: RunPlace(updates: resume.at, stepsPerEpoch: stepsPerEpoch),
        adjusted: resume.adjusted.flatMap { $0.plans.indices.contains(index) ? $0.plans[index] : nil },
        replayed: replays.indices.contains(resumed) ? replays[resumed] : nil)
    } catch {
      throw error.located(at: resume.range)
    }
    if let objective = plan.objective, lossCurve != nil,
      lossCurve?.resume(as: objective, resume.resumed.way) == false
    {
      throw Diagnostic(
        .value,
        "the objective of the resumed run has other parameters, or its optimizer cannot load the checkpoint’s state",
        at: resume.range)
    }
    resumedLegs.append(
      ResumedLeg(
        own: steppers.main.length(in: resume.spec.timeline),
        planned: try Stepper(plan.optimizer, plan.nodes).length(in: resume.spec.timeline), before: before))
    let others = 0...plan.others.count
    resumedPhases.append((resume.at, others.map { steppers[$0].phases(in: resume.spec.timeline) }))
    leg = Leg(plan, of: resume.spec)
    hyperparameters = plan.objective?.driven.map(\.quantity) ?? []
    turn = Turn(updates: leg.metricCadence.updates(ofEpochs: stepsPerEpoch), after: resume.at)
    if let metric = leg.metric, !turn.isBeginning { turn.metric = try metric.value(at: turn.number) }
    leftOfEpoch = stepsPerEpoch - resume.at % stepsPerEpoch
    resumed += 1
    next = resumes.indices.contains(resumed) ? resumes[resumed].at : .max
  }

  /// Records a row, of which a resumed run need not have everything: it may have more groups later.
  ///
  /// Values are read by way of the stored properties, so that neither the groups nor the run are copied at every row.
  private mutating func record(_ row: Int, metric: Double?) throws(Diagnostic) {
    var next = row
    for index in sources.indices {
      var value: Double?
      switch sources[index] {
      case .group(let quantity, let place):
        if place.track == 0 {
          if place.group < steppers.main.optimizer.groups.count {
            value = quantity.value(in: steppers.main.optimizer.groups[place.group])
          }
        } else if place.track <= steppers.others.count,
          place.group < steppers.others[place.track - 1].optimizer.groups.count
        {
          value = quantity.value(in: steppers.others[place.track - 1].optimizer.groups[place.group])
        }
      case .quantity(let index, _): if steppers.hasQuantity(index) { value = steppers.value(ofQuantity: index) }
      }
      if let value {
        guard value.isFinite else { throw overflow(sources[index].quantity, at: row) }
        values[next] = value
      }
      next += steps
    }
    if hasLosses {
      for index in hyperparameters.indices where steppers.hasQuantity(hyperparameters[index]) {
        lossCurve?.drive(index, to: steppers.value(ofQuantity: hyperparameters[index]))
      }
      values[next] = lossCurve?.row(steppers.groups) ?? .nan
      next += steps
    }
    if let metric { values[next] = metric }
  }

  /// Writes a metric that is known at the end of a turn only into the turn's rows.
  private mutating func show(_ metric: Double, in rows: Range<Int>) {
    let column = (columns.count - 1) * steps
    for row in rows where row >= 0 { values[column + row] = metric }
  }

  private func overflow(_ quantity: Curve.Quantity, at row: Int) -> Diagnostic {
    Diagnostic(
      .run, "the \(quantity == .lr ? "rate" : quantity.title) is not a finite number at step \(row)",
      at: steppers.main.range)
  }
}
