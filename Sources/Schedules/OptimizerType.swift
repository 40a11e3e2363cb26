import Text

/// A class of optimizers, as far as schedules see it: its defaults, and what it refuses.
///
/// Source: the constructors in `torch.optim`, 2.15.
package struct OptimizerType: Sendable {
  /// What a constructor takes under a name.
  struct Hyperparameter: Sendable {
    let name: String
    let setting: Setting

    init(_ name: String, _ setting: Setting) {
      self.name = name
      self.setting = setting
    }
  }

  /// What a hyper-parameter may be, with the default where schedules see the value.
  enum Setting: Sendable {
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
  let hyperparameters: [Hyperparameter]
  /// Whether it takes more than one param group.
  let takesGroups: Bool

  init(
    _ name: String, lr: Double, lrBounds: Bounds = .atLeast(0), takesGroups: Bool = true,
    _ hyperparameters: [Hyperparameter]
  ) {
    self.name = name
    rate = lr
    rateBounds = lrBounds
    self.takesGroups = takesGroups
    self.hyperparameters = hyperparameters + OptimizerType.switches.map { Hyperparameter($0, .unseen) }
  }

  /// Whether it has a hyper-parameter with a given name.
  func has(_ name: String) -> Bool { hyperparameters.contains { name.isFolded(equalTo: $0.name) } }

  /// Options of how torch computes, which every class has in part and no schedule sees.
  private static let switches = ["maximize", "foreach", "capturable", "differentiable", "fused"]

  /// The one that is meant where none is named, and mostly where one is; apart, so that the others need not be made.
  static let sgd = OptimizerType(
    "SGD", lr: 1e-3,
    [
      .init("momentum", .number(0, .atLeast(0))), .init("dampening", .unseen), decay(0),
      .init("nesterov", .flag(false)),
    ])

  /// What each of a pair of betas may be.
  static var betaBounds: Bounds { .from(0, below: 1) }

  package static let all: [OptimizerType] = [
    sgd,
    OptimizerType("Adam", lr: 1e-3, adam(.floatBetas) + [decay(0), .init("amsgrad", .unseen), decoupled]),
    OptimizerType("AdamW", lr: 1e-3, adam(.floatBetas) + [decay(0.01), .init("amsgrad", .unseen)]),
    OptimizerType("Adamax", lr: 2e-3, adam(.betas) + [decay(0)]),
    OptimizerType(
      "NAdam", lr: 2e-3, adam(.betas) + [decay(0), .init("momentum_decay", .number(4e-3, .atLeast(0))), decoupled]),
    OptimizerType("RAdam", lr: 1e-3, adam(.betas) + [decay(0), decoupled]),
    OptimizerType("SparseAdam", lr: 1e-3, lrBounds: .above(0), adam(.betas, eps: .above(0))),
    OptimizerType(
      "RMSprop", lr: 1e-2,
      [
        .init("momentum", .number(0, .atLeast(0))), .init("alpha", .number(0.99, .atLeast(0))),
        .init("eps", .number(1e-8, .atLeast(0))), .init("centered", .unseen), decay(0),
      ]),
    OptimizerType(
      "Rprop", lr: 1e-2, [.init("etas", .pair(0.5, 1.2, .etas)), .init("step_sizes", .pair(1e-6, 50, .free))]),
    OptimizerType(
      "Adagrad", lr: 1e-2,
      [
        .init("lr_decay", .number(0, .atLeast(0))), decay(0),
        .init("initial_accumulator_value", .number(0, .atLeast(0))),
        .init("eps", .number(1e-10, .atLeast(0))),
      ]),
    OptimizerType(
      "Adadelta", lr: 1,
      [.init("rho", .number(0.9, .between(0, 1))), .init("eps", .number(1e-6, .atLeast(0))), decay(0)]),
    OptimizerType(
      "ASGD", lr: 1e-2,
      [
        .init("lambd", .number(1e-4, .atLeast(0))), .init("alpha", .number(0.75, .atLeast(0))), .init("t0", .unseen),
        decay(0),
      ]),
    OptimizerType(
      "Adafactor", lr: 1e-2,
      [
        .init("beta2_decay", .number(-0.8, .atMost(0))), .init("eps", .unseen), .init("d", .number(1, .atLeast(1))),
        decay(0),
      ]),
    OptimizerType(
      "Muon", lr: 1e-3,
      [
        decay(0.1), .init("momentum", .number(0.95, .atLeast(0))), .init("nesterov", .flag(true)),
        .init("ns_coefficients", .unseen),
        .init("eps", .unseen), .init("ns_steps", .unseen), .init("adjust_lr_fn", .unseen),
      ]),
    OptimizerType(
      "LBFGS", lr: 1, takesGroups: false,
      [
        .init("max_iter", .unseen), .init("max_eval", .unseen), .init("tolerance_grad", .unseen),
        .init("tolerance_change", .unseen),
        .init("history_size", .unseen), .init("line_search_fn", .unseen),
      ]),
  ]

  private static func adam(_ rule: PairRule, eps: Bounds = .atLeast(0)) -> [Hyperparameter] {
    [.init("betas", .pair(0.9, 0.999, rule)), .init("eps", .number(1e-8, eps))]
  }

  private static func decay(_ value: Double) -> Hyperparameter {
    .init("weight_decay", .number(value, .atLeast(0)))
  }

  private static let decoupled = Hyperparameter("decoupled_weight_decay", .unseen)

  package static func named(_ name: String) -> OptimizerType? {
    sgd.name.isFolded(equalTo: name) ? sgd : all.first { $0.name.isFolded(equalTo: name) }
  }

  /// The values of a group to which nothing was given.
  var defaults: ParamGroup {
    var group = ParamGroup(lr: rate)
    for parameter in hyperparameters {
      switch parameter.setting {
      case .number(let value, _): group.set(parameter.name, to: value)
      case .pair(let first, let second, _) where parameter.name == "betas": group.betas = Betas(first, second)
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
    default: if let extra = Extra.named(name) { self[extra] = value }
    }
  }
}
