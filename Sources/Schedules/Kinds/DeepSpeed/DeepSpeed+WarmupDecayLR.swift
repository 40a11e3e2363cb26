import Diagnostics

extension DeepSpeed {
  /// Rises from one rate to another and falls back in a straight line.
  struct WarmupDecayLR: Rule {
    private var span: RateRange
    private let warmup: Warmup
    private let total: Double

    static let kind = Kind(
      "WarmupDecayLR", short: "warmup-decay", .deepspeed,
      "Warm-up from warmup_min_lr to warmup_max_lr, then linear decay to zero.",
      formula: """
        lr = min + (max − min)·γ, γ as in WarmupLR up to N = max(2, warmup_num_steps),
        then max(0, (total_num_steps − i)/max(1, total_num_steps − N)); i = t − 1 for t > 0, lr(0) = min
        """,
      differs: """
        The total includes the warm-up. It ends at warmup_min_lr, one update later than others, because the first rate is \
        used twice; then held.
        """,
      source: "deepspeed.runtime.lr_schedules.WarmupDecayLR, 0.19.8",
      example: #"{"total_num_steps": 100, "warmup_num_steps": 10, "warmup_type": "linear"}"#
    ) {
      Declaration(
        Parameter<Double>(
          "total_num_steps", role: .length, in: .between(-1e12, 1e12), "Steps until warmup_min_lr is reached again."),
        Parameter("warmup_min_lr", role: .start, default: PerGroup(0), "The rate before the warm-up, and at the end."),
        Parameter<PerGroup<Double>?>(
          "warmup_max_lr", role: .peak, default: PerGroup(0.001),
          "The rate after the warm-up; the optimizer's own if null."),
        and: Warmup.parameters.and(lastBatch) { ($0, $1) }
      ) { (common: (warmup: Warmup, last: Int), total, low, high) throws(Diagnostic) in
        RuleScheduler(
          WarmupDecayLR(span: RateRange(low: low, high: high), warmup: common.warmup, total: total),
          lastBatch: common.last)
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer, bases: [Double], isFresh: Bool) throws(Diagnostic) {
      try span.prepare(
        &optimizer, bases: bases, names: ("warmup_min_lr", "warmup_max_lr"), isFresh: isFresh)
    }

    func write(to group: inout ParamGroup, index: Int, step: Int) throws(Diagnostic) {
      let left = (total - Double(step)) / max(1, total - Double(warmup.steps))
      group.lr = span.rate(warmup.part(at: step) ?? max(0, left), of: index)
    }

    var length: Double? { total }
    var phases: [Phase] { warmup.phases(then: "decay") }
  }
}
