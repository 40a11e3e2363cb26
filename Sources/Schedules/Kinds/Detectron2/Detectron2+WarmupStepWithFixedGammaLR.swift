import Diagnostics

extension Detectron2 {
  /// Warms up, and drops by a factor several times in equal stretches.
  enum WarmupStepWithFixedGammaLR {
    static let kind = Kind(
      "WarmupStepWithFixedGammaLR", short: "step-gamma", .detectron2,
      "Warms up, and drops by GAMMA NUM_DECAYS times in equal stretches.",
      formula: "lr(t) = b·GAMMA^⌊(NUM_DECAYS + 1)·t/MAX_ITER⌋; before it the warm-up",
      differs: "The stretches include the warm-up, unless RESCALE_INTERVAL is set.",
      source: "SOLVER.LR_SCHEDULER_NAME of detectron2, 2026-06",
      example: #"{"NUM_DECAYS": 2, "MAX_ITER": 90, "WARMUP_ITERS": 10, "WARMUP_FACTOR": 0.1}"#
    ) {
      Declaration(
        Parameter("NUM_DECAYS", default: 3, in: .between(1, 1e6), "How often it drops."),
        Parameter("GAMMA", default: 0.1, in: .above(0), "The factor of each drop."), and: Solver.parameters
      ) { (solver, decays, gamma) throws(Diagnostic) in
        let steps = Fvcore.StepWithFixedGammaParamScheduler.steps(base: 1, decays: decays, gamma: gamma)
        return try solver.multiplier(of: steps)
      }
    }
  }
}
