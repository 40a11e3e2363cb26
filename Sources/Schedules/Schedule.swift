import Diagnostics
import Text

/// A schedule for a training loop: read from JSON, told when updates and epochs are over.
///
///     var schedule = try Schedule(json: #"{"scheduler": {"type": "CosineAnnealingLR", "T_max": 50}}"#)
///     for epoch in 0..<50 {
///       for batch in batches {
///         train(on: batch, rate: schedule.rate)
///         try schedule.endStep()
///       }
///       try schedule.endEpoch(metric: validationLoss)
///     }
///
/// It honours `interval`, `steps_per_epoch` and metrics as the program does: after n calls its groups have the values of
/// row n. A value: a copy is a snapshot, and stepping the copy gives the same remainder to the bit.
public struct Schedule: Sendable {
  let source: Source
  /// What is stepped, as it was in the beginning.
  let plan: Plan
  var steppers: Steppers
  /// Updates of an epoch, where the file says how many.
  let stepsPerEpoch: Int?
  /// Updates since the last epoch ended.
  var updates = 0
  var place = Place.inEpoch
  var history = History()
  /// What it was resumed from, if it was.
  var lineage: Lineage?

  /// Where the loop is.
  enum Place {
    case inEpoch
    /// The last update of an epoch is done, and its metric is waited for.
    case awaitingMetric
    /// The last update of an epoch has ended it.
    case epochEnded
  }

  /// Reads a schedule file's text; its `metric` is not looked at, as the loop measures its own.
  ///
  /// Throws `ScheduleError`, whose description shows every error with its place.
  public init(json: String) throws(ScheduleError) {
    source = Source(name: "schedule", bytes: Array(json.utf8))
    do throws(DiagnosticList) {
      let spec = try Spec.read(source, for: .stepping) { (path) throws(Diagnostic) in
        throw Diagnostic(.io, "\(path) is not read here: give the metric to “endEpoch”")
      }
      guard let plan = spec.plans.first, spec.plans.count == 1 else {
        throw DiagnosticList([Diagnostic(.spec, "a training loop has one schedule, not “curves”")])
      }
      self.plan = plan
      stepsPerEpoch = spec.timeline.givenStepsPerEpoch
    } catch {
      throw ScheduleError(error, in: source)
    }
    do throws(Diagnostic) {
      steppers = try Steppers(plan)
      try steppers.checkValues()
    } catch {
      throw ScheduleError(DiagnosticList([error]), in: source)
    }
  }

  /// The rate of the next update, in the first group.
  public var rate: Double { steppers.rate }

  /// The groups, with the values of the next update.
  public var groups: [ParamGroup] { steppers.groups }

  /// The value that one of the file's `quantities` has in the next update; `nil` where there is none of that name.
  public func value(of quantity: String) -> Double? {
    plan.quantities.firstIndex { $0.name.isFolded(equalTo: quantity) }.map { steppers.value(ofQuantity: $0) }
  }

  // MARK: Stepping

  /// Ends an update: steps what is stepped every so many updates, and at the last update of an epoch the rest as well.
  ///
  /// How many updates an epoch has is said by `steps_per_epoch`; without it epochs end where `endEpoch` is called.
  /// - Parameter metric: What a scheduler that watches a metric every so many updates is shown.
  /// - Throws: `ScheduleError` when the schedule cannot go on, as one-cycle beyond its end, watches a metric that is not
  ///   there, or comes to a value that is not a finite number.
  @inline(__always)
  public mutating func endStep(metric: Double? = nil) throws(ScheduleError) {
    do throws(Diagnostic) {
      try advance(metric)
      try steppers.checkValues()
    } catch {
      throw failure(error)
    }
    history.addStep(metric)
  }

  /// Ends an epoch: steps what is stepped every so many epochs.
  ///
  /// Nothing is left to do where the last `endStep` was that of the epoch's last update and no metric was waited for.
  /// - Parameter metric: What a scheduler that watches a metric is shown; ignored where none does.
  /// - Throws: `ScheduleError` as `endStep` does, and when the file says that the epoch is not over yet.
  public mutating func endEpoch(metric: Double? = nil) throws(ScheduleError) {
    do throws(Diagnostic) {
      try closeEpoch(metric)
      try steppers.checkValues()
    } catch {
      throw failure(error)
    }
    history.addEpoch(steppers.watchesEpochs ? metric : nil)
  }

  @inline(__always)
  private mutating func advance(_ metric: Double?) throws(Diagnostic) {
    guard let stepsPerEpoch else {
      return try steppers.end(isUpdate: true, endsEpoch: false) { _ in metric }
    }
    // Without a metric, a watcher fails and says so.
    if place == .awaitingMetric { try closeEpoch(nil) }
    let isLast = updates + 1 >= stepsPerEpoch
    if isLast, metric == nil, steppers.watchesEpochs {
      (updates, place) = (0, .awaitingMetric)
      return
    }
    try steppers.end(isUpdate: true, endsEpoch: isLast) { _ in metric }
    (updates, place) = isLast ? (0, .epochEnded) : (updates + 1, .inEpoch)
  }

  private mutating func closeEpoch(_ metric: Double?) throws(Diagnostic) {
    defer { place = .inEpoch }
    switch place {
    case .epochEnded: return
    case .awaitingMetric: try steppers.end(isUpdate: true, endsEpoch: true) { _ in metric }
    case .inEpoch:
      if let stepsPerEpoch, updates > 0 {
        throw Diagnostic(
          .run, "an epoch has \(stepsPerEpoch) updates, and only \(updates) of them are done",
          hint: "leave “steps_per_epoch” out if epochs are not equally long")
      }
      if stepsPerEpoch == nil, metric != nil, let node = plan.allNodes.first(where: \.needsEpochs)?.node {
        throw Diagnostic(
          .run, "\(node.name) is stepped at updates: give the metric to “endStep”", at: node.range,
          hint: "or give the updates per epoch: \"steps_per_epoch\": 500, for example")
      }
      try steppers.end(isUpdate: false, endsEpoch: true) { _ in metric }
    }
  }

  // Apart, so that a step has no room to make for it.
  @inline(never)
  func failure(_ error: Diagnostic) -> ScheduleError { ScheduleError(DiagnosticList([error]), in: source) }

  // MARK: Groups

  /// Adds a param group, whose `lr` is its base rate: it has the values that it would have if it had been there from the
  /// beginning.
  ///
  /// Throws `ScheduleError` where the schedule has no value for it, as with one function for each of the others.
  public mutating func addGroup(_ group: ParamGroup) throws(ScheduleError) {
    let names = groups.enumerated().map { $1.name ?? String($0) }
    if names.contains(group.name ?? String(names.count)) {
      throw failure(Diagnostic(.value, "there is a param group “\(group.name ?? String(names.count))” already"))
    }
    guard !plan.optimizer.groups.isEmpty else {
      throw failure(Diagnostic(.run, "every group of the file is an optimizer of its own, and a new one has none"))
    }
    guard group.isFinite else { throw failure(Diagnostic(.value, "the values of a param group must be finite")) }
    var history = history
    history.groups.append(group)
    try replay(history, behind: lineage)
  }

  // MARK: State

  /// All that has happened so far, to be saved with the model; `restore` brings a new schedule of the same file to the
  /// same bits.
  public var state: State { State(history: history, lineage: lineage) }

  /// What a schedule has gone through: as much as is needed to go through it again.
  public struct State: Codable, Sendable, Equatable {
    let history: History
    /// What it was resumed from; states of schedules that were not have none.
    var lineage: Lineage?
  }

  /// Reads a schedule file's text, and restores a state of a schedule of the same file.
  public init(json: String, state: State) throws(ScheduleError) {
    try self.init(json: json)
    try restore(state)
  }

  /// Brings the schedule to where another one of the same file was when its state was taken, by the same steps.
  ///
  /// Throws `ScheduleError`, and changes nothing, where this file cannot go through them.
  public mutating func restore(_ state: State) throws(ScheduleError) {
    try replay(state.history, behind: state.lineage)
  }

  /// Goes through a history from the beginning, or from where it was resumed.
  mutating func replay(_ history: History, behind lineage: Lineage?) throws(ScheduleError) {
    var copy = self
    copy.lineage = lineage
    if let lineage { try copy.begin(behind: lineage, adding: history.groups) }
    do throws(Diagnostic) {
      if lineage == nil {
        copy.steppers = try Steppers(plan.adding(history.groups))
        (copy.updates, copy.place) = (0, .inEpoch)
      }
      for event in history.events {
        switch event {
        case .steps(let count, let metric): for _ in 0..<max(0, count) { try copy.advance(metric) }
        case .epochs(let count, let metric): for _ in 0..<max(0, count) { try copy.closeEpoch(metric) }
        }
      }
      try copy.steppers.checkValues()
    } catch {
      throw failure(error)
    }
    copy.history = history
    self = copy
  }
}

/// What is wrong with a schedule.
public struct ScheduleError: Error, CustomStringConvertible {
  /// The errors, each with its place and what would help.
  public let description: String

  init(_ problems: DiagnosticList, in source: Source) {
    description = problems.all.map(Excerpt(of: source).draw).joined()
  }
}
