import Diagnostics

extension DeepSpeed {
  /// Rises from one rate to another and stays there.
  struct WarmupLR: Rule {
    private var span: RateRange
    private let warmup: Warmup

    static let kind = Kind(
      "WarmupLR", short: "warmup", .deepspeed,
      "Warm-up from warmup_min_lr to warmup_max_lr, which is held.",
      formula: """
        lr = min + (max − min)·γ, γ = log(i + 1)/log N or i/N up to N = max(2, warmup_num_steps), then 1
        i = t − 1 for t > 0; lr(0) = min
        """,
      differs: """
        The first two updates have the same rate, since the constructor writes it and step 0 writes it again. \
        With log the peak is at t = N, with linear at t = N + 1. Then held.
        """,
      source: "deepspeed.runtime.lr_schedules.WarmupLR, 0.19.8",
      example: #"{"warmup_num_steps": 20, "warmup_type": "linear"}"#
    ) {
      Declaration(
        Parameter("warmup_min_lr", role: .start, default: PerGroup(0), "The rate before the warm-up."),
        Parameter<PerGroup<Double>?>(
          "warmup_max_lr", role: .peak, default: nil, "The rate after the warm-up; the optimizer's own if null."),
        and: Warmup.parameters.and(lastBatch) { ($0, $1) }
      ) { (common: (warmup: Warmup, last: Int), low, high) throws(Diagnostic) in
        RuleScheduler(WarmupLR(span: RateRange(low: low, high: high), warmup: common.warmup), lastBatch: common.last)
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer, bases: [Double], isFresh: Bool) throws(Diagnostic) {
      try span.prepare(
        &optimizer, bases: bases, names: ("warmup_min_lr", "warmup_max_lr"), isFresh: isFresh)
    }

    func write(to group: inout ParamGroup, index: Int, step: Int) throws(Diagnostic) {
      group.lr = span.rate(warmup.part(at: step) ?? 1, of: index)
    }

    var phases: [Phase] { warmup.phases(then: "constant") }
  }
}
