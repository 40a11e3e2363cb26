package import Diagnostics

/// Where a plan has got to: its optimizers, and what is driven beside them, all stepped together.
package struct Steppers: Sendable {
  package private(set) var main: Stepper
  /// Optimizers beside it, then the quantities; none for most plans.
  package private(set) var others: [Stepper] = []
  private let places: [Plan.GroupPlace]
  private let optimizers: Int

  package init(_ plan: Plan) throws(Diagnostic) {
    main = try Stepper(plan.optimizer, plan.nodes)
    places = plan.places
    optimizers = plan.others.count
    for track in plan.others + plan.quantities.map(\.track) {
      others.append(try Stepper(track.optimizer, track.nodes))
    }
  }

  /// Steppers that have been made, of as many optimizers and quantities as the plan has.
  init(_ steppers: [Stepper], of plan: Plan) {
    main = steppers[0]
    others = Array(steppers.dropFirst())
    places = plan.places
    optimizers = plan.others.count
  }

  /// Where the groups are, in the order of the file.
  package var groupPlaces: [Plan.GroupPlace] {
    places.isEmpty ? main.optimizer.groups.indices.map { Plan.GroupPlace(track: 0, group: $0) } : places
  }

  /// The groups, in the order of the file.
  package var groups: [ParamGroup] {
    places.isEmpty ? main.optimizer.groups : places.map { self[$0.track].optimizer.groups[$0.group] }
  }

  /// The rate of the first group.
  var rate: Double {
    guard let first = places.first else { return main.optimizer.groups.first?.lr ?? 0 }
    return self[first.track].optimizer.groups[first.group].lr
  }

  /// An optimizer and its schedulers.
  package subscript(track: Int) -> Stepper { track == 0 ? main : others[track - 1] }

  /// What drives a quantity, by its place among them.
  package func quantity(_ index: Int) -> Stepper { others[optimizers + index] }

  /// Whether there is such a quantity: a run that is resumed may have more of them later.
  package func hasQuantity(_ index: Int) -> Bool { others.indices.contains(optimizers + index) }

  /// The value that a quantity has in the next update.
  @inline(__always)
  package func value(ofQuantity index: Int) -> Double { others[optimizers + index].optimizer.groups.first?.lr ?? 0 }

  /// Whether a scheduler whose turns are counted in epochs watches a metric.
  var watchesEpochs: Bool { main.watchesEpochs || others.contains(where: \.watchesEpochs) }

  /// Steps the schedulers whose turn it is; see `Stepper.end`.
  @inline(__always)
  package mutating func end(
    isUpdate: Bool, endsEpoch: Bool, metric: (_ turn: Int) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) {
    try main.end(isUpdate: isUpdate, endsEpoch: endsEpoch, metric: metric)
    if others.isEmpty { return }
    for index in others.indices { try others[index].end(isUpdate: isUpdate, endsEpoch: endsEpoch, metric: metric) }
  }

  /// Throws `error[run]` where the next update would use a value that is not a finite number.
  @inline(__always)
  func checkValues() throws(Diagnostic) {
    try main.checkValues()
    for stepper in others { try stepper.checkValues() }
  }
}
