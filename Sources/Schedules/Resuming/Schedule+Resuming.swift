import Diagnostics
import Text

/// A schedule that another one was resumed from, and all that had happened to it.
struct Lineage: Codable, Sendable, Equatable {
  let json: String
  var history: History
  let restoration: String
  /// What that one was resumed from, if it was: one or none.
  let earlier: [Lineage]
}

extension Schedule {
  /// Goes on with another file from where a schedule is, as a training program does that is started again with a new
  /// configuration and an old checkpoint.
  ///
  ///     let resumed = try Schedule(resuming: schedule, as: newFile, restoring: .stateDict)
  ///
  /// The rate of the next update is then what the framework's own program would use, whether or not that is what the new
  /// file means; `lrplot resume` draws it.
  /// - Parameters:
  ///   - other: The schedule that is interrupted, between two updates.
  ///   - json: The new program's schedule file.
  ///   - restoration: What is taken over of the old one, and in which order; by default as usual for the new file's
  ///     library: `.stateDict` for torch.
  /// - Throws: `ScheduleError` for a file that is none, and where the framework raises an error: another number of param
  ///   groups, the state of a scheduler of another sort.
  public init(
    resuming other: Schedule, as json: String, restoring restoration: Restoration? = nil
  ) throws(ScheduleError) {
    try self.init(json: json)
    let node = plan.allNodes.first?.node
    let ways = node.flatMap { Catalogue.kind(named: $0.name) }?.family.resumption.ways ?? Restoration.ofTorch
    let lineage = Lineage(
      json: String(decoding: other.source.bytes, as: UTF8.self), history: other.history,
      restoration: (restoration ?? ways.first ?? .stateDict).rawValue, earlier: other.lineage.map { [$0] } ?? [])
    self.lineage = lineage
    try begin(behind: lineage, adding: [])
  }

  /// Takes over what was before, so that the next update is the first of this file.
  mutating func begin(behind lineage: Lineage, adding groups: [ParamGroup]) throws(ScheduleError) {
    var past = lineage.history
    past.groups += groups
    let other = try Schedule(json: lineage.json, state: State(history: past, lineage: lineage.earlier.first))
    guard let restoration = Restoration(rawValue: lineage.restoration), other.place != .awaitingMetric else {
      throw failure(Diagnostic(.run, "the epoch’s metric is still waited for: call “endEpoch” first"))
    }
    var replayed: Steppers?
    if restoration.operations.contains(.replay) {
      var alone = try Schedule(json: String(decoding: source.bytes, as: UTF8.self))
      try alone.replay(past, behind: nil)
      replayed = alone.steppers
    }
    let (done, epochs) = other.progress
    do throws(Diagnostic) {
      steppers = try other.steppers.resumed(
        as: plan.adding(other.addedGroups), Resumed(restoration),
        at: RunPlace(updates: done, epochs: stepsPerEpoch.map { done / $0 } ?? epochs), adjusted: nil,
        replayed: replayed)
    } catch {
      throw failure(error)
    }
    updates = stepsPerEpoch.map { done % $0 } ?? 0
    place = .inEpoch
  }

  /// Updates and epochs that are done, those before it was resumed included.
  private var progress: (updates: Int, epochs: Int) {
    var (count, next) = (history.count, lineage)
    while let earlier = next {
      let more = earlier.history.count
      count.updates = count.updates.addingReportingOverflow(more.updates).partialValue
      count.epochs = count.epochs.addingReportingOverflow(more.epochs).partialValue
      next = earlier.earlier.first
    }
    return (max(0, count.updates), stepsPerEpoch.map { max(0, count.updates) / $0 } ?? max(0, count.epochs))
  }

  /// The groups that a training loop has added.
  private var addedGroups: [ParamGroup] { Array(groups.dropFirst(plan.placesOrGroups)) }
}

extension Plan {
  /// How many groups the file has.
  fileprivate var placesOrGroups: Int { places.isEmpty ? optimizer.groups.count : places.count }
}
