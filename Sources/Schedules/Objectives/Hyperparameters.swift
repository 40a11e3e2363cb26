import Text

/// The optimizers whose updates an objective runs, by the names of their classes in torch.
package enum OptimizerClass: String, Sendable, CaseIterable {
  case sgd = "SGD"
  case adagrad = "Adagrad"
  case rmsprop = "RMSprop"
  case adadelta = "Adadelta"
  case adam = "Adam"
  case adamW = "AdamW"
  case adamax = "Adamax"
  case nadam = "NAdam"
  case radam = "RAdam"
  case asgd = "ASGD"
  case rprop = "Rprop"
  case sparseAdam = "SparseAdam"
  case adafactor = "Adafactor"
  case lbfgs = "LBFGS"
  case muon = "Muon"
}

/// Everything that an update may be given, whatever the optimizer; each takes what it has.
package struct Hyperparameters: Sendable {
  package var lr = 0.0
  package var momentum = 0.0
  package var dampening = 0.0
  package var nesterov = false
  package var beta1 = 0.9
  package var beta2 = 0.999
  package var eps = 1e-8
  package var weightDecay = 0.0
  package var isDecoupled = false
  package var amsgrad = false
  package var maximize = false
  // RMSprop, and ASGD's exponent.
  package var alpha = 0.99
  package var centered = false
  // Adadelta.
  package var rho = 0.9
  // Adagrad.
  package var lrDecay = 0.0
  package var initialAccumulator = 0.0
  // NAdam.
  package var momentumDecay = 4e-3
  // ASGD.
  package var lambd = 1e-4
  // Rprop.
  package var etas = (0.5, 1.2)
  package var stepSizes = (1e-6, 50.0)
  // Adafactor.
  package var beta2Decay = -0.8
  package var epsilons = (0x1p-52, 1e-3)
  package var d = 1.0
  // L-BFGS.
  package var maxIterations = 20
  package var maxEvaluations = 25
  package var toleranceGrad = 1e-7
  package var toleranceChange = 1e-9
  package var historySize = 100
  package var searchesLine = false

  package init() {}

  /// Takes what schedules may have written into a group since the last update.
  package mutating func take(_ group: ParamGroup) {
    lr = group.lr
    if let value = group.momentum { momentum = value }
    if let value = group.betas { (beta1, beta2) = (value.first, value.second) }
    if let value = group.weightDecay { weightDecay = value }
    nesterov = group.nesterov
  }

  /// What a file's `quantities` may drive, by its name in torch.
  package enum Drivable: String, Sendable, CaseIterable {
    case momentum, dampening, beta1, beta2, eps, alpha, rho, lambd, d
    case weightDecay = "weight_decay"
    case lrDecay = "lr_decay"
    case momentumDecay = "momentum_decay"
    case beta2Decay = "beta2_decay"

    /// The hyper-parameter with a given name, in any spelling.
    init?(named name: String) {
      guard let found = Drivable.allCases.first(where: { $0.rawValue.isFolded(equalTo: name) }) else { return nil }
      self = found
    }
  }

  /// Takes a value that a quantity has in the next update; what an optimizer has no use for, its update leaves alone.
  package mutating func set(_ driven: Drivable, to value: Double) {
    switch driven {
    case .momentum: momentum = value
    case .dampening: dampening = value
    case .beta1: beta1 = value
    case .beta2: beta2 = value
    case .eps: eps = value
    case .weightDecay: weightDecay = value
    case .alpha: alpha = value
    case .rho: rho = value
    case .lrDecay: lrDecay = value
    case .momentumDecay: momentumDecay = value
    case .lambd: lambd = value
    case .beta2Decay: beta2Decay = value
    case .d: d = value
    }
  }
}
