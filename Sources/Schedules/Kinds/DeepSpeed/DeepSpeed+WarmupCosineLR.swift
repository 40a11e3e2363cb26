import Diagnostics
import Text

extension DeepSpeed {
  /// Rises to the optimizer's rate and falls along half a cosine to a part of it.
  struct WarmupCosineLR: Rule {
    private let warmup: Warmup
    private let total: Double
    private let warmupMinRatio: Double
    private let cosineMinRatio: Double
    private var bases: [Double] = []

    private init(warmup: Warmup, total: Double, warmupMinRatio: Double, cosineMinRatio: Double) {
      self.warmup = warmup
      self.total = total
      self.warmupMinRatio = warmupMinRatio
      self.cosineMinRatio = cosineMinRatio
    }

    static let kind = Kind(
      "WarmupCosineLR", short: "warmup-cosine", .deepspeed,
      "Warm-up to the optimizer's rate, then cosine decay to a fraction of it.",
      formula: """
        lr = b·(m + (1 − m)·γ), γ as in WarmupLR up to N = max(2, warmup_num_steps), then
        b·(c + (1 − c)·(1 + cos πp)/2), p = min(1, (i − N + 1)/max(1, total_num_steps − N)); i = t − 1 for t > 0, lr(0) = 0
        """,
      differs: """
        The very first rate is 0, whatever warmup_min_ratio says. The cosine is a step ahead, so a linear warm-up never \
        reaches the optimizer's rate. The total includes the warm-up; then held at cos_min_ratio.
        """,
      source: "deepspeed.runtime.lr_schedules.WarmupCosineLR, 0.19.8",
      example: #"{"total_num_steps": 100, "warmup_num_steps": 10, "warmup_type": "linear"}"#
    ) {
      Declaration(
        Parameter<Double>("total_num_steps", role: .length, in: .between(-1e12, 1e12), "Steps until the lowest rate."),
        Parameter("warmup_min_ratio", default: 0, "The initial rate of the warm-up, as a fraction of the rate."),
        Parameter("cos_min_ratio", default: 0.0001, "The final rate of the cosine, as a fraction of the rate."),
        and: Warmup.parameters.and(lastBatch) { ($0, $1) }
      ) { (common: (warmup: Warmup, last: Int), total, warmupMin, cosineMin) throws(Diagnostic) in
        RuleScheduler(
          WarmupCosineLR(warmup: common.warmup, total: total, warmupMinRatio: warmupMin, cosineMinRatio: cosineMin),
          lastBatch: common.last)
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer, bases: [Double], isFresh: Bool) throws(Diagnostic) {
      self.bases = bases
      guard isFresh else { return }
      for index in optimizer.groups.indices { optimizer.groups[index].lr = 0 }
    }

    func write(to group: inout ParamGroup, index: Int, step: Int) throws(Diagnostic) {
      group.lr = bases[index] * ratio(at: step)
    }

    private func ratio(at step: Int) -> Double {
      if let part = warmup.part(at: step) { return warmupMinRatio + part * (1 - warmupMinRatio) }
      let progress = min(1, Double(step - warmup.steps + 1) / max(1, total - Double(warmup.steps)))
      let wave = (1 + Libm.cos(.pi * progress)) / 2
      return max(0, cosineMinRatio + (1 - cosineMinRatio) * wave)
    }

    var length: Double? { total }
    var phases: [Phase] { warmup.phases(then: "cosine") }
  }
}
