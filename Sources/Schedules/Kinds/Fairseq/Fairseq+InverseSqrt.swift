import Diagnostics
import Text

extension Fairseq {
  /// Warms up, and decays with the inverse square root of the update.
  struct InverseSqrt: Rule {
    private let warmup: Warmup

    static let kind = Kind(
      "inverse_sqrt", .fairseq, "Warms up, and decays with the inverse square root of the update.",
      formula: "lr = init + u·(b − init)/W up to W = warmup_updates, then b·√W/√u",
      differs: """
        The first update has warmup_init_lr, 0 unless given; the peak is at u = W, and there is no end. Transformers' \
        inverse_sqrt is the same with its timescale at num_warmup_steps.
        """,
      source: "fairseq.optim.lr_scheduler.inverse_square_root_schedule.InverseSquareRootSchedule, 0.12.2",
      example: #"{"warmup_updates": 10}"#
    ) {
      Declaration(and: Warmup.parameters(updates: 4000)) { (warmup: Warmup) throws(Diagnostic) in
        if warmup.updates < 1 {
          throw Diagnostic(
            .value, "“warmup_updates” must be at least 1, since fairseq divides by it, not \(warmup.updates)",
            of: "warmup_updates")
        }
        return Ruled(InverseSqrt(warmup: warmup))
      }
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      if step < warmup.updates { return warmup.rate(at: step, from: warmup.start(or: 0), to: base) }
      return base * Libm.pow(Double(warmup.updates), 0.5) * Libm.pow(Double(step), -0.5)
    }

    /// Long enough to see the decay.
    var length: Double? { 10 * Double(warmup.updates) }
    var phases: [Phase] { warmup.phases(then: "decay") }
  }
}
