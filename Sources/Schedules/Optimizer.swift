/// The part of a torch optimizer that schedulers see: param groups with their rates.
///
/// A value type, so a copy is a snapshot and an assignment restores it.
package struct Optimizer: Sendable, Equatable {
  /// The name of the optimizer's class, `SGD` say.
  package let type: String
  /// What a group gets for every value it does not override.
  package let defaults: ParamGroup
  /// The param groups, in the order they were added.
  package internal(set) var groups: [ParamGroup]
  init(type: String, defaults: ParamGroup, groups: [ParamGroup] = []) {
    self.type = type
    self.defaults = defaults
    self.groups = groups
  }

  /// Whether the optimizer has momentum or betas among its defaults: one-cycle and cyclic schedules ask.
  var supportsMomentum: Bool { defaults.momentum != nil || defaults.betas != nil }

  /// Whether what schedules drive as momentum is the first of the betas.
  package var usesBetas: Bool { defaults.betas != nil }

  /// The optimizer with every base rate multiplied: the linear scaling of rates with the batch.
  ///
  /// Source: Goyal et al. 2017, arXiv:1706.02677, §2.1.
  func scaled(by factor: Double) -> Optimizer {
    func scaled(_ group: ParamGroup) -> ParamGroup {
      var group = group
      group.lr *= factor
      group.initialLR = group.initialLR.map { $0 * factor }
      return group
    }
    return Optimizer(type: type, defaults: scaled(defaults), groups: groups.map(scaled))
  }

  /// Puts every rate back to its base rate, as a sequence does before its first step.
  mutating func returnToBaseRates() {
    for index in groups.indices {
      if let base = groups[index].initialLR { groups[index].lr = base }
    }
  }
}

/// The values of one param group.
public struct ParamGroup: Sendable, Equatable, Codable {
  /// What the group is called in columns and pictures; without a name, its index.
  public var name: String?
  /// The rate that the next update uses.
  public var lr: Double
  /// The base rate: what `lr` was when the first scheduler was attached.
  public var initialLR: Double?
  /// The momentum, for optimizers that have one.
  public var momentum: Double?
  /// The two betas, for optimizers of Adam's family.
  public var betas: Betas?
  /// The weight decay.
  public var weightDecay: Double?
  /// Whether Nesterov's form of momentum is used.
  public var nesterov = false

  /// What single frameworks keep in a group, each value at its place in `Extra`; empty when there is none.
  var extras: [Double?] = []

  private enum CodingKeys: String, CodingKey {
    case name, lr, momentum, betas, nesterov
    case initialLR = "initial_lr"
    case weightDecay = "weight_decay"
  }

  /// Makes a group from its rate and, if the optimizer has them, momentum or betas.
  public init(
    name: String? = nil, lr: Double, momentum: Double? = nil, betas: Betas? = nil, weightDecay: Double? = nil
  ) {
    self.name = name
    self.lr = lr
    self.momentum = momentum
    self.betas = betas
    self.weightDecay = weightDecay
  }

  /// Momentum or, where there are betas, the first of them; what one-cycle schedules drive against the rate.
  package var drivenMomentum: Double? { betas?.first ?? momentum }

  /// Whether every value that is there is a finite number.
  var isFinite: Bool {
    lr.isFinite && initialLR?.isFinite ?? true && momentum?.isFinite ?? true && betas?.first.isFinite ?? true
      && betas?.second.isFinite ?? true && weightDecay?.isFinite ?? true
  }

  mutating func drive(momentum value: Double) {
    if betas != nil { betas?.first = value } else { momentum = value }
  }
}

/// Adam's two coefficients: of the gradient's and of its square's running average.
public struct Betas: Sendable, Equatable, Codable {
  /// The first, β₁, which is Adam's momentum.
  public var first: Double
  /// The second, β₂.
  public var second: Double

  /// Makes a pair.
  public init(_ first: Double, _ second: Double) {
    self.first = first
    self.second = second
  }
}
