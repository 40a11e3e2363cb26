package import Schedules

extension Objective {
  /// The constant rate above which gradient descent leaves a quadratic, with momentum or without; `nil` for all else.
  ///
  ///     2·(1 + μ) / h, with Nesterov’s 2·(1 + μ) / ((1 + 2μ)·h);   h the largest curvature, weight decay included
  package var criticalRate: Double? {
    guard optimizer == .sgd, hyperparameters.count == 1, let group = hyperparameters.first, clip == nil, driven.isEmpty,
      !group.maximize, group.momentum >= 0, group.momentum < 1, group.dampening < 1
    else { return nil }
    let steepest: Double?
    switch kind {
    case .quadratic(let a): steepest = a.map { 2 * $0 }.max()
    case .noisyQuadratic(let model): steepest = model.precondition == 0 ? model.h.max() : nil
    default: steepest = nil
    }
    guard let steepest, case let h = steepest + group.weightDecay, h > 0 else { return nil }
    // Without a velocity nothing is dampened.
    if group.momentum == 0 { return 2 / h }
    return 2 * (1 + group.momentum) / (h * (group.nesterov ? 1 + 2 * group.momentum : 1 - group.dampening))
  }

  /// What an optimizer does with a schedule that one would not expect; nothing where it follows it.
  package var optimizerRemarks: [String] {
    guard type.hasGradient else { return [] }
    var remarks: [String] = []
    for (optimizer, group) in zip(optimizers, hyperparameters) {
      if let remark = Objective.remark(on: optimizer, group), !remarks.contains(remark) { remarks.append(remark) }
    }
    return remarks
  }

  private static func remark(on optimizer: OptimizerClass, _ group: Hyperparameters) -> String? {
    switch optimizer {
    case .rprop: return "Rprop takes its first step size from the rate, and ignores the schedule from then on."
    case .asgd: return "ASGD makes its rate from that of the update before: the schedule acts one step late."
    case .adafactor: return "Adafactor caps the rate at 1/√t: above that the schedule has no effect."
    case .adadelta: return "Adadelta scales its steps itself: the rate is only a factor on them, and 1 is usual."
    case .lbfgs:
      return group.searchesLine
        ? "L-BFGS with a line search takes only the first trial of each search from the rate."
        : "L-BFGS scales each of its inner iterations by the rate; a row is a whole step of them."
    case .adagrad where group.lrDecay > 0:
      return "Adagrad’s own lr_decay lowers the rate besides the schedule."
    default: return nil
    }
  }
}
