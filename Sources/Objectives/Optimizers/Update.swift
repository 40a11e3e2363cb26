import Schedules

/// What an optimizer does to the parameters of one group: torch 2.15's update in float64, operation by operation.
///
/// State is a value, so a copy is a snapshot; the length of a parameter never changes, and no update allocates. Square
/// roots are correctly rounded, as everywhere but in torch's x86 wheels, whose vector library errs in the last bit of
/// about one in eighty.
protocol Update: Sendable {
  /// Changes a group's parameters by their gradient, with the rate and the other values of this update.
  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters)
  /// Goes on with the state of another; `false` where that lacks what this one remembers.
  mutating func load(_ other: any Update) -> Bool
}

extension Update {
  mutating func load(_ other: any Update) -> Bool {
    guard let same = other as? Self else { return false }
    self = same
    return true
  }
}

extension OptimizerClass {
  /// The state of a group before its first update; `nil` for what is not an elementwise update: L-BFGS, Muon.
  func update(of count: Int, _ group: Hyperparameters) -> (any Update)? {
    switch self {
    case .sgd: SGD(count)
    case .adagrad: Adagrad(count, group)
    case .rmsprop: RMSprop(count)
    case .adadelta: Adadelta(count)
    case .adam, .adamW: Adam(count)
    case .adamax: Adamax(count)
    case .nadam: NAdam(count)
    case .radam: RAdam(count)
    case .asgd: ASGD(count)
    case .rprop: Rprop(count)
    case .sparseAdam: SparseAdam(count)
    case .adafactor: Adafactor(count)
    case .lbfgs, .muon: nil
    }
  }
}
