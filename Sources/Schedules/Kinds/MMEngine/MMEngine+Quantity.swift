import Diagnostics

extension MMEngine {
  /// What a parameter scheduler of MMEngine changes in a param group.
  enum Quantity: String, Choice {
    case lr
    case momentum
    case weightDecay = "weight_decay"

    /// What it is called in sentences.
    var words: String {
      switch self {
      case .lr: "the rate"
      case .momentum: "momentum"
      case .weightDecay: "weight decay"
      }
    }

    var driven: Driven {
      switch self {
      case .lr: []
      case .momentum: .momentum
      case .weightDecay: .weightDecay
      }
    }

    /// The value now; momentum is beta1 where there are betas.
    func value(of group: ParamGroup) -> Double? {
      switch self {
      case .lr: group.lr
      case .momentum: group.drivenMomentum
      case .weightDecay: group.weightDecay
      }
    }

    func set(_ value: Double, in group: inout ParamGroup) {
      switch self {
      case .lr: group.lr = value
      case .momentum: group.drive(momentum: value)
      case .weightDecay: group.weightDecay = value
      }
    }

    /// Where a group keeps the value with which its first scheduler found it: `initial_lr` and the like.
    private var initial: WritableKeyPath<ParamGroup, Double?> {
      switch self {
      case .lr: \.initialLR
      case .momentum: \.[.initialMomentum]
      case .weightDecay: \.[.initialWeightDecay]
      }
    }

    /// The base value of every group; a fresh scheduler records the present one where none is recorded.
    ///
    /// Throws `error[value]` when the optimizer has no such quantity, or a resumed run no recorded value.
    func bases(in optimizer: inout Optimizer, isNamed: Bool, isFresh: Bool) throws(Diagnostic) -> [Double] {
      if self == .momentum, isNamed, optimizer.usesBetas {
        throw Diagnostic(
          .value, "\(optimizer.type) has betas and no “momentum”",
          hint: "the …Momentum schedulers change the first of them")
      }
      var bases: [Double] = []
      for index in optimizer.groups.indices {
        guard let value = value(of: optimizer.groups[index]) else {
          throw Diagnostic(.value, "\(optimizer.type) has no \(self == .momentum ? "momentum and no betas" : words)")
        }
        if isFresh, optimizer.groups[index][keyPath: initial] == nil {
          optimizer.groups[index][keyPath: initial] = value
        }
        guard let base = optimizer.groups[index][keyPath: initial] else {
          throw Diagnostic(
            .value, "last_step resumes a run, but param group \(index) has no initial_\(rawValue)",
            hint: "give each group its “initial_lr”, or leave last_step out")
        }
        bases.append(base)
      }
      return bases
    }
  }
}
