import Diagnostics
import Text

/// Anneals from whatever rate a group has to a fixed one in N epochs, then holds it.
///
/// With α going from 0 to 1 along a half cosine or a line, lr(t) = swa·α(t) + lr₀·(1 − α(t)), where lr₀ is worked out
/// backwards from the current rate. Source: `torch.optim.swa_utils.SWALR`; arXiv:1803.05407.
struct SWALR: Clocked {
  private let rate: PerGroup<Double>
  private var epochs: Double
  private var strategy: AnnealingStrategy
  var clock = Clock()

  private init(rate: PerGroup<Double>, epochs: Int, strategy: AnnealingStrategy) {
    self.rate = rate
    self.epochs = Double(epochs)
    self.strategy = strategy
  }

  static let kind = Kind(
    "SWALR", short: "swa", .torch,
    "Anneals from the current rate to swa_lr over anneal_epochs, then holds it.",
    formula: "lr(t) = swa_lr·α + lr₀·(1 − α), α from 0 to 1 in anneal_epochs",
    differs: "It anneals from whatever rate the group has, so it works after other schedulers.",
    source: "torch.optim.swa_utils.SWALR, 2.15; arXiv:1803.05407",
    example: #"{"swa_lr": 0.05, "anneal_epochs": 10}"#
  ) {
    Declaration(
      clocked: Parameter("swa_lr", "The rate to hold."),
      Parameter("anneal_epochs", role: .decay, default: 10, in: .atLeast(0), "Epochs until it is reached."),
      Parameter("anneal_strategy", default: .cos, "Cosine or linear annealing."),
      make: SWALR.init)
  }

  /// torch keeps the rate in the group, where a second SWALR on the same optimizer puts its own.
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    for (index, value) in try rate.values(for: optimizer, as: "swa_lr").enumerated() {
      optimizer.groups[index][.swaLR] = value
    }
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: false)
    try visitor.visit("anneal_epochs", &epochs)
    try visitor.visit("_anneal_strategy", &strategy)
  }

  func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    // It goes by how often it was stepped, not by the epoch, so a sequence cannot restart it.
    let taken = Double(clock.steps - 1)
    let step = epochs == 0 ? max(1, taken) : taken
    let before = alpha((step - 1) / max(1, epochs))
    let now = alpha(step / max(1, epochs))
    for index in clock.bases.indices {
      let current = optimizer.groups[index].lr
      guard let target = optimizer.groups[index][.swaLR] else {
        throw Diagnostic(
          .value, "the param groups of the checkpoint have no swa_lr", hint: "torch raises KeyError")
      }
      let start = before == 1 ? target : (current - before * target) / (1 - before)
      optimizer.groups[index].lr = target * now + start * (1 - now)
    }
  }

  private func alpha(_ fraction: Double) -> Double {
    let t = max(0, min(1, fraction))
    return strategy == .cos ? (1 - Libm.cos(.pi * t)) / 2 : t
  }
}
