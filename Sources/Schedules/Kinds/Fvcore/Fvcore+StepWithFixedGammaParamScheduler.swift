import Diagnostics

extension Fvcore {
  /// Drops by a factor several times, in equal stretches.
  enum StepWithFixedGammaParamScheduler {
    static let kind = Kind(
      "StepWithFixedGammaParamScheduler", short: "step-gamma", .fvcore,
      "Drops by a factor several times, in equal stretches.",
      formula: "v(w) = base_value·gamma^⌊(w + 10⁻⁶)·(num_decays + 1)⌋, w = t/max_iter",
      differs: "torch's StepLR is told how long a stretch is; this one how many drops there are.",
      source: "fvcore.common.param_scheduler.StepWithFixedGammaParamScheduler, 0.1.5.post20221221",
      example: #"{"base_value": 0.1, "num_decays": 3, "gamma": 0.5, "num_updates": 60, "max_iter": 60}"#
    ) {
      Declaration(
        Parameter("base_value", in: .above(0), "The first value."),
        Parameter("num_decays", in: .between(1, 1e6), "How often it drops."),
        Parameter("gamma", in: .above(0), "The factor of each drop."),
        Parameter<Int>("num_updates", in: .between(1, 1e12), "Asked for, and used for nothing."), and: maxIter
      ) { (maxIter, base, decays, gamma, _) throws(Diagnostic) in
        Ruled(Timed(steps(base: base, decays: decays, gamma: gamma), maxIter))
      }
    }

    static func steps(base: Double, decays: Int, gamma: Double) -> StepParamScheduler {
      var values = [base]
      for _ in 0..<decays { values.append((values.last ?? base) * gamma) }
      return StepParamScheduler(values: values)
    }
  }
}
