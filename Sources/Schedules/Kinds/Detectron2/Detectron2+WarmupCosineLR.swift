import Diagnostics

extension Detectron2 {
  /// Warms up, and falls along half a cosine.
  enum WarmupCosineLR {
    static let kind = Kind(
      "WarmupCosineLR", short: "cosine", .detectron2, "Warms up, and falls along a half cosine.",
      formula: "lr(t) = b·(e + (1 − e)·(1 + cos πt/MAX_ITER)/2), e = BASE_LR_END/BASE_LR; before it the warm-up",
      differs: """
        The cosine begins with the warm-up, which goes to where it is then, so the optimizer's rate is never reached. With \
        RESCALE_INTERVAL it begins behind. BASE_LR is the optimizer's rate.
        """,
      source: "SOLVER.LR_SCHEDULER_NAME of detectron2, 2026-06",
      example: #"{"MAX_ITER": 90, "WARMUP_ITERS": 10, "WARMUP_FACTOR": 0.1}"#
    ) {
      Declaration(
        Parameter("BASE_LR_END", default: 0, in: .atLeast(0), "The rate behind the last update."),
        and: Solver.parameters
      ) { (solver, end) throws(Diagnostic) in OfBaseRate(end: end, solver: solver) }
    }

    /// Made when the optimizer is there, whose rate BASE_LR is.
    struct OfBaseRate: Clocked {
      let end: Double
      let solver: Solver
      private var multiplier: LRMultiplier?
      var clock = Clock()

      init(end: Double, solver: Solver) {
        self.end = end
        self.solver = solver
      }

      mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
        let ratio = try Python.quotient(end, optimizer.defaults.lr, "the optimizer’s rate", code: .value)
        if ratio > 1 {
          throw Diagnostic(
            .value, "“BASE_LR_END”, \(end), must not be greater than the optimizer’s rate", of: "BASE_LR_END")
        }
        multiplier = try solver.multiplier(of: Fvcore.CosineParamScheduler(start: 1, end: ratio))
      }

      mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
        multiplier?.clock = clock
        try multiplier?.write(to: &optimizer, isInitial: isInitial)
      }

      var length: Double? { Double(solver.maxIter) }
      var phases: [Phase] { multiplier?.phases ?? [] }
    }
  }
}
