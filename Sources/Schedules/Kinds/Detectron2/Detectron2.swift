import Diagnostics

extension Family {
  static let detectron2 = Family(name: "detectron2", title: "detectron2", interval: .step) { Detectron2.kinds }
}

/// The schedules of detectron2: those that `SOLVER.LR_SCHEDULER_NAME` names, with the keys of the configuration, and the
/// classes that they are made of, as of 2026-06.
enum Detectron2 {
  static let kinds: [Kind] = [
    WarmupMultiStepLR.kind,
    WarmupCosineLR.kind,
    WarmupStepWithFixedGammaLR.kind,
    LRMultiplier.kind,
    WarmupParamScheduler.kind,
    DeprecatedWarmupMultiStepLR.kind,
    DeprecatedWarmupCosineLR.kind,
  ]

  /// What the configuration says of the training and its warm-up.
  struct Solver: Sendable {
    let maxIter: Int
    private let warmupFactor: Double
    private let warmupIters: Double
    private let method: WarmupParamScheduler.Method
    private let isRescaled: Bool

    static let parameters = Parameters(
      Parameter("MAX_ITER", default: 40000, in: .between(1, 1e12), "Updates of the training."),
      Parameter("WARMUP_FACTOR", default: 1e-3, "The first factor."),
      Parameter("WARMUP_ITERS", default: 1000, in: .between(0, 1e12), "Updates of the warm-up."),
      Parameter("WARMUP_METHOD", default: WarmupParamScheduler.Method.linear, "Whether the factor rises or waits."),
      Parameter("RESCALE_INTERVAL", default: false, "Whether the schedule begins behind the warm-up."),
      make: Solver.init)

    /// The schedule with the warm-up in front, on every group's own rate.
    func multiplier(of schedule: any Fvcore.Schedule) throws(Diagnostic) -> LRMultiplier {
      let length = min(warmupIters / Double(maxIter), 1)
      let warmed = try WarmupParamScheduler.composite(
        schedule, factor: warmupFactor, length: length, method: method, isRescaled: isRescaled)
      return LRMultiplier(multiplier: warmed, maxIter: Double(maxIter))
    }
  }
}
