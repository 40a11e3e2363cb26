import Diagnostics

extension Detectron2 {
  /// Warms up, and multiplies the rate at each step: the usual schedule of detectors.
  enum WarmupMultiStepLR {
    static let kind = Kind(
      "WarmupMultiStepLR", short: "multistep", .detectron2,
      "Warms up, and multiplies the rate by GAMMA at each of STEPS.",
      formula: "lr(t) = b·(f + (1 − f)·t/WARMUP_ITERS), f = WARMUP_FACTOR, then b·GAMMAⁿ, n the number of STEPS ≤ t",
      differs: """
        A step is in force in its own update, as in torch's MultiStepLR. STEPS beyond MAX_ITER are left out. With \
        RESCALE_INTERVAL all of them move.
        """,
      source: "SOLVER.LR_SCHEDULER_NAME of detectron2, 2026-06",
      example: #"{"STEPS": [60, 80], "MAX_ITER": 90, "WARMUP_ITERS": 10, "WARMUP_FACTOR": 0.1}"#
    ) {
      Declaration(
        Parameter<[Double]>("STEPS", default: [30000], in: .between(-1e12, 1e12), "Updates at which the rate drops."),
        Parameter("GAMMA", default: 0.1, "The factor of each drop."), and: Solver.parameters
      ) { (solver, steps, gamma) throws(Diagnostic) in
        let kept = steps.filter { $0 <= Double(solver.maxIter) }
        var values: [Double] = []
        for index in 0...kept.count { values.append(try Python.power(gamma, Double(index))) }
        let schedule = try Fvcore.MultiStepParamScheduler(
          values: values, count: Double(solver.maxIter), milestones: kept)
        return try solver.multiplier(of: schedule)
      }
    }
  }
}
