import Text

/// A class of optimizers, as far as schedules see it: its defaults, and what it refuses.
///
/// Source: the constructors in `torch.optim`, 2.15.
package struct OptimizerType: Sendable {
  /// What a hyper-parameter takes, with the default where schedules see the value.
  enum Hyperparameter: Sendable {
    case number(Double, Bounds?)
    case pair(Double, Double, PairRule)
    case flag(Bool)
    /// A value that no schedule sees; anything JSON is fine.
    case unseen
  }

  /// What torch asks of a pair of coefficients.
  enum PairRule: Sendable {
    /// Each at least 0 and less than 1.
    case betas
    /// As `betas`, and written as floats.
    case floatBetas
    /// The first between 0 and 1, the second above 1.
    case etas
    /// Anything.
    case free
  }

  package let name: String
  let rate: Double
  let rateBounds: Bounds
  let hyperparameters: [(name: String, Hyperparameter)]
  /// Whether it takes more than one param group.
  let takesGroups: Bool

  init(
    _ name: String, lr: Double, lrBounds: Bounds = .atLeast(0), takesGroups: Bool = true,
    _ hyperparameters: [(name: String, Hyperparameter)]
  ) {
    self.name = name
    rate = lr
    rateBounds = lrBounds
    self.takesGroups = takesGroups
    self.hyperparameters = hyperparameters + OptimizerType.switches.map { ($0, .unseen) }
  }

  /// Options of how torch computes, which every class has in part and no schedule sees.
  private static let switches = ["maximize", "foreach", "capturable", "differentiable", "fused"]

  /// The one that is meant where none is named, and mostly where one is; apart, so that the others need not be made.
  static let sgd = OptimizerType(
    "SGD", lr: 1e-3,
    [("momentum", .number(0, .atLeast(0))), ("dampening", .unseen), decay(0), ("nesterov", .flag(false))])

  /// What each of a pair of betas may be.
  static var betaBounds: Bounds { .from(0, below: 1) }

  package static let all: [OptimizerType] = [
    sgd,
    OptimizerType("Adam", lr: 1e-3, adam(.floatBetas) + [decay(0), ("amsgrad", .unseen), decoupled]),
    OptimizerType("AdamW", lr: 1e-3, adam(.floatBetas) + [decay(0.01), ("amsgrad", .unseen)]),
    OptimizerType("Adamax", lr: 2e-3, adam(.betas) + [decay(0)]),
    OptimizerType(
      "NAdam", lr: 2e-3, adam(.betas) + [decay(0), ("momentum_decay", .number(4e-3, .atLeast(0))), decoupled]),
    OptimizerType("RAdam", lr: 1e-3, adam(.betas) + [decay(0), decoupled]),
    OptimizerType("SparseAdam", lr: 1e-3, lrBounds: .above(0), adam(.betas, eps: .above(0))),
    OptimizerType(
      "RMSprop", lr: 1e-2,
      [
        ("momentum", .number(0, .atLeast(0))), ("alpha", .number(0.99, .atLeast(0))),
        ("eps", .number(1e-8, .atLeast(0))), ("centered", .unseen), decay(0),
      ]),
    OptimizerType("Rprop", lr: 1e-2, [("etas", .pair(0.5, 1.2, .etas)), ("step_sizes", .pair(1e-6, 50, .free))]),
    OptimizerType(
      "Adagrad", lr: 1e-2,
      [
        ("lr_decay", .number(0, .atLeast(0))), decay(0), ("initial_accumulator_value", .number(0, .atLeast(0))),
        ("eps", .number(1e-10, .atLeast(0))),
      ]),
    OptimizerType(
      "Adadelta", lr: 1, [("rho", .number(0.9, .between(0, 1))), ("eps", .number(1e-6, .atLeast(0))), decay(0)]),
    OptimizerType(
      "ASGD", lr: 1e-2,
      [("lambd", .number(1e-4, .atLeast(0))), ("alpha", .number(0.75, .atLeast(0))), ("t0", .unseen), decay(0)]),
    OptimizerType(
      "Adafactor", lr: 1e-2,
      [("beta2_decay", .number(-0.8, .atMost(0))), ("eps", .unseen), ("d", .number(1, .atLeast(1))), decay(0)]),
    OptimizerType(
      "Muon", lr: 1e-3,
      [
        decay(0.1), ("momentum", .number(0.95, .atLeast(0))), ("nesterov", .flag(true)), ("ns_coefficients", .unseen),
        ("eps", .unseen), ("ns_steps", .unseen), ("adjust_lr_fn", .unseen),
      ]),
    OptimizerType(
      "LBFGS", lr: 1, takesGroups: false,
      [
        ("max_iter", .unseen), ("max_eval", .unseen), ("tolerance_grad", .unseen), ("tolerance_change", .unseen),
        ("history_size", .unseen), ("line_search_fn", .unseen),
      ]),
  ]

  private static func adam(
    _ rule: PairRule, eps: Bounds = .atLeast(0)
  ) -> [(name: String, Hyperparameter)] {
    [("betas", .pair(0.9, 0.999, rule)), ("eps", .number(1e-8, eps))]
  }

  private static func decay(_ value: Double) -> (name: String, Hyperparameter) {
    ("weight_decay", .number(value, .atLeast(0)))
  }

  private static let decoupled: (name: String, Hyperparameter) = ("decoupled_weight_decay", .unseen)

  package static func named(_ name: String) -> OptimizerType? {
    sgd.name.isFolded(equalTo: name) ? sgd : all.first { $0.name.isFolded(equalTo: name) }
  }

  /// The values of a group to which nothing was given.
  var defaults: ParamGroup {
    var group = ParamGroup(lr: rate)
    for (name, parameter) in hyperparameters {
      switch parameter {
      case .number(let value, _): group.set(name, to: value)
      case .pair(let first, let second, _) where name == "betas": group.betas = Betas(first, second)
      case .flag(let value): group.nesterov = value
      case .pair, .unseen: break
      }
    }
    return group
  }
}

extension ParamGroup {
  /// Sets the value of a name, if it is one that schedules see.
  mutating func set(_ name: String, to value: Double) {
    switch name {
    case "lr": lr = value
    case "momentum": momentum = value
    case "weight_decay": weightDecay = value
    case "initial_lr": initialLR = value
    case "lr_scale": lrScale = value
    case "start_wd": startWD = value
    case "end_wd": endWD = value
    case "wd_mult": wdMult = value
    case "max_lr": maxLR = value
    case "min_lr": minLR = value
    case "max_momentum": maxMomentum = value
    case "base_momentum": baseMomentum = value
    default: break
    }
  }
}
