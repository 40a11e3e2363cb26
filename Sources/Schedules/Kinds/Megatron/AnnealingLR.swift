import Diagnostics
import Text

extension Megatron {
  /// GPT-NeoX's own schedule, a child of an early Megatron's.
  enum AnnealingLR {
    private enum Style: String, Choice { case linear, cosine, exponential, constant }

    static let kind = Kind(
      "AnnealingLR", short: "annealing", .megatron,
      "Warm-up, then linear, cosine, or exponential decay.",
      formula: """
        lr = start_lr·max(1, n)/W up to n = W = warmup_iter, then max(min_lr, start_lr·d), with
        r = (min(n, total_iters − W) − W)/total_iters: d = 1 − r, (1 + cos πr)/2 or exp(−0.693·r)
        """,
      differs: """
        The first two updates have the same rate, start_lr/W, so the first is not lost. The decay is slower than elsewhere \
        and stops 2·warmup_iter early: r is a part of total_iters, not of what the warm-up leaves.
        """,
      source: "megatron.learning_rates.AnnealingLR of EleutherAI/gpt-neox, 2026-05",
      example: #"{"warmup_iter": 10, "total_iters": 100, "decay_style": "cosine", "min_lr": 0.01}"#
    ) {
      Declaration(
        bound: Parameter<Double?>("start_lr", role: .peak, default: nil, "The highest rate; null: each group's own."),
        Parameter<Double>("warmup_iter", role: .warmup, in: .between(-1e12, 1e12), "Updates of the warm-up."),
        Parameter<Double?>(
          "total_iters", role: .length, default: nil, in: .above(0, atMost: 1e12),
          "Updates of the whole; the run's if null."),
        Parameter("decay_style", default: Style.linear, "How the rate decays."),
        Parameter("last_iter", default: 0.0, in: .between(0, 1e12), "Updates done before, in a run that is resumed."),
        Parameter("min_lr", role: .floor, default: 0.0, "The lowest rate after the warm-up."),
        make: law)
    }

    private static func law(
      _ context: RunContext, _ startLR: Double?, _ warmup: Double, _ given: Double?, _ style: Style, _ lastIter: Double,
      _ minLR: Double
    ) throws(Diagnostic) -> Law {
      let total = given ?? context.run.map { Double($0.count) }
      if context.optimizer != nil, total == nil {
        throw Diagnostic(.param, "“total_iters” is not given, and no run gives it")
      }
      let start = Int(exactly: max(0, warmup - lastIter).rounded(.up)) ?? 0
      let rise = start > 0 ? [Phase(start: 0, motion: .moves, label: "warm-up")] : []
      let decay = Phase(start: start, motion: style == .constant ? .jumps : .moves, label: style.rawValue)
      return .counted(length: total, phases: rise + [decay]) { step, base in
        let (highest, total, count) = (startLR ?? base, total ?? 1, step + lastIter)
        let capped = min(count, total - warmup)
        if warmup > 0, count <= warmup { return highest * max(1, capped) / warmup }
        let passed = capped - warmup
        switch style {
        case .linear: return max(highest * (total - passed) / total, minLR)
        case .cosine: return max(highest / 2 * (Libm.cos(.pi * passed / total) + 1), minLR)
        case .exponential: return max(highest * Libm.exp(-0.693 * passed / total), minLR)
        case .constant: return max(highest, minLR)
        }
      }
    }
  }
}
