package import Schedules

/// An optimizer at work on an objective: the loss before each update, and the update that torch would make.
package struct Training: Sendable {
  /// What makes the updates: asking for it copies no state.
  private enum Method { case elementwise, byGroups, inside, noisy }

  private let descent: Method
  private let function: any ObjectiveFunction
  private let clip: Objective.Clip?
  private let coordinates: [[Int]]
  /// One state a group, each with the coordinates that it has; none where one of the two below is at work.
  private var updates: [any Update] = []
  private var lbfgs: LBFGS?
  private var noisy: NoisyQuadratic?
  private var groups: [Hyperparameters]
  /// What quantities of the file drive, with the values of the next update.
  private var driven: [(value: Hyperparameters.Drivable, to: Double)]
  /// The point, and room for its gradient.
  package private(set) var x: [Double]
  private var gradient: [Double]
  /// The same by groups.
  private var parts: [[Double]]
  private var gradients: [[Double]]
  private var norms: [Double]
  private var known: Double?

  /// Closure calls of the last update, where the optimizer evaluates the objective itself: L-BFGS.
  package var evaluations: Int? { lbfgs?.evaluations }

  /// An optimizer before its first update; `nil` where the objective is a law, which has no use for one.
  package init?(_ objective: Objective) {
    let (type, groups) = (objective.optimizer, objective.hyperparameters)
    guard let first = groups.first else { return nil }
    if case .noisyQuadratic(let setting) = objective.kind {
      descent = .noisy
      noisy = NoisyQuadratic(setting)
      function = Quadratic(a: [])
    } else {
      guard let function = objective.function else { return nil }
      self.function = function
      if type == .lbfgs {
        descent = .inside
        lbfgs = LBFGS(objective.start.count, first)
      } else {
        let parts = zip(zip(objective.optimizers, groups), objective.coordinates)
        updates = parts.compactMap { $0.0.update(of: $1.count, $0.1) }
        guard updates.count == groups.count else { return nil }
        // The only group has all coordinates in their order.
        descent = updates.count == 1 ? .elementwise : .byGroups
      }
    }
    self.groups = groups
    driven = objective.driven.map { ($0.value, .nan) }
    clip = objective.clip
    coordinates = objective.coordinates
    x = objective.start
    gradient = x
    parts = coordinates.map { own in own.map { objective.start[$0] } }
    gradients = parts
    norms = groups.map { _ in 0 }
  }

  /// Goes on where another training is, with what is restored of its optimizer; `false` where that has other parameters.
  mutating func resume(_ other: Training, of objective: Objective, as way: Restoration) -> Bool {
    guard other.x.count == x.count, other.coordinates == coordinates, (other.descent == .noisy) == (descent == .noisy)
    else {
      return false
    }
    x = other.x
    parts = coordinates.map { own in own.map { x[$0] } }
    if let old = other.noisy { noisy?.resume(old, restoringVelocity: way.restoresOptimizer) }
    // Values that no schedule drives are part of the param groups, and are loaded with them.
    if way.restoresGroups, groups.count == other.groups.count {
      groups = other.groups
      // AdamW is decoupled whatever was loaded.
      for (index, type) in objective.optimizers.enumerated() where type == .adamW { groups[index].isDecoupled = true }
    }
    guard way.restoresOptimizer else { return true }
    guard other.updates.count == updates.count, other.descent == descent else { return false }
    lbfgs = other.lbfgs
    return updates.indices.allSatisfy { updates[$0].load(other.updates[$0]) }
  }

  /// The loss where the parameters are now.
  package mutating func loss() -> Double {
    if let known { return known }
    let loss = descent == .noisy ? noisy?.loss ?? .nan : function.loss(at: x)
    known = loss
    return loss
  }

  /// Sets what a quantity drives for the next update, by its place among the quantities that drive something.
  package mutating func drive(_ index: Int, to value: Double) { driven[index].to = value }

  /// Makes one update, with the values that the groups have in this row.
  package mutating func update(_ values: [ParamGroup]) {
    known = nil
    for index in groups.indices {
      if index < values.count { groups[index].take(values[index]) }
      for (value, number) in driven { groups[index].set(value, to: number) }
    }
    switch descent {
    case .elementwise:
      function.gradient(at: x, into: &gradient)
      clip?.clip(&gradient)
      if groups[0].maximize { gradient.negate() }
      updates[0].step(&x, gradient, groups[0])
    case .byGroups: descendByGroups()
    case .inside: descendInside()
    case .noisy: noisy?.step(groups[0])
    }
  }

  /// L-BFGS evaluates the objective itself.
  private mutating func descendInside() {
    let (function, clip) = (function, clip)
    let isMaximized = groups[0].maximize
    lbfgs?.step(&x, groups[0]) { point, gradient in
      function.gradient(at: point, into: &gradient)
      clip?.clip(&gradient)
      if isMaximized { gradient.negate() }
      return isMaximized ? -function.loss(at: point) : function.loss(at: point)
    }
  }

  private mutating func descendByGroups() {
    function.gradient(at: x, into: &gradient)
    for (group, own) in coordinates.enumerated() {
      for i in own.indices { gradients[group][i] = gradient[own[i]] }
    }
    clip?.clip(&gradients, &norms)
    for (group, own) in coordinates.enumerated() {
      if groups[group].maximize { gradients[group].negate() }
      updates[group].step(&parts[group], gradients[group], groups[group])
      for i in own.indices { x[own[i]] = parts[group][i] }
    }
  }
}

extension [Double] {
  fileprivate mutating func negate() { for i in indices { self[i] = -self[i] } }
}
