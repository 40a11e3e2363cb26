import Text

extension Ultralytics {
  /// The hyperparameters of the two scripts that concern rates.
  struct Hyperparameters: Sendable {
    let lrf: Double
    let isCosine: Bool
    let warmupEpochs: Double
    let warmupMomentum: Double
    let warmupBiasLR: Double

    static let parameters = Parameters(
      Parameter("lrf", default: 0.01, "What part of the rate is left in the end."),
      Parameter("cos_lr", default: false, "Along a half cosine, instead of a line."),
      Parameter("warmup_epochs", default: 3, in: .between(-1e9, 1e9), "Epochs of the warm-up; may be fractions."),
      Parameter("warmup_momentum", default: 0.8, "The momentum that the warm-up begins with."),
      Parameter("warmup_bias_lr", default: 0.1, "The rate that biases begin with; others begin with zero."),
      make: Hyperparameters.init)

    /// The factor on the rate in an epoch, of so many.
    func factor(in epoch: Double, of epochs: Double) -> Double {
      if isCosine { return max((1 - Libm.cos(epoch * .pi / epochs)) / 2, 0) * (lrf - 1) + 1 }
      return max(1 - epoch / epochs, 0) * (1 - lrf) + lrf
    }
  }
}
