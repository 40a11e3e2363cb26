import Diagnostics

extension Detectron2 {
  /// Puts a warm-up in front of one of fvcore's param schedulers.
  enum WarmupParamScheduler {
    enum Method: String, Choice { case linear, constant }

    static let kind = Kind(
      "WarmupParamScheduler", short: "warmup", .detectron2,
      "Puts a warm-up in front of one of fvcore's param schedulers.",
      formula: """
        v(w) = from warmup_factor·s(0) in a line to s(warmup_length), or s(0) if rescaled; then s(w), or
        s((w − warmup_length)/(1 − warmup_length)) if rescaled
        """,
      differs: """
        The warm-up goes to where the schedule is when it ends, which is below the peak, and the schedule is not delayed \
        unless it is rescaled.
        """,
      source: "detectron2.solver.lr_scheduler.WarmupParamScheduler, 2026-06",
      example: """
        {"scheduler": {"type": "fvcore.CosineParamScheduler", "start_value": 0.1, "end_value": 0.001}, \
        "warmup_factor": 0.1, "warmup_length": 0.1, "max_iter": 60}
        """
    ) {
      Declaration(
        Parameter<Child>("scheduler", "One of fvcore's param schedulers."),
        Parameter("warmup_factor", "What part of its first value the warm-up begins with."),
        Parameter("warmup_length", in: .between(0, 1), "What part of the training the warm-up takes."),
        Parameter("warmup_method", default: Method.linear, "Whether the factor rises or waits."),
        Parameter("rescale_interval", default: false, "Whether the schedule begins behind the warm-up."),
        and: Fvcore.maxIter
      ) { (maxIter, child, factor, length, method, isRescaled) throws(Diagnostic) in
        let schedule = try Fvcore.schedule(in: child.node, of: "scheduler")
        return Ruled(
          Fvcore.Timed(
            try composite(schedule, factor: factor, length: length, method: method, isRescaled: isRescaled), maxIter))
      }
    }

    static func composite(
      _ schedule: any Fvcore.Schedule, factor: Double, length: Double, method: Method, isRescaled: Bool
    ) throws(Diagnostic) -> Fvcore.CompositeParamScheduler {
      let start = factor * (try schedule.value(at: 0))
      let end = try schedule.value(at: isRescaled ? 0 : length)
      let warmup: any Fvcore.Schedule =
        method == .constant
        ? Fvcore.ConstantParamScheduler(value: start) : Fvcore.LinearParamScheduler(start: start, end: end)
      return try Fvcore.CompositeParamScheduler(
        [warmup, schedule], lengths: [length, 1 - length], scalings: [.rescaled, isRescaled ? .rescaled : .fixed],
        labels: ["warm-up", schedule.label])
    }
  }
}
