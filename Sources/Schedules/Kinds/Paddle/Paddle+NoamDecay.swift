import Diagnostics
import Text

extension Paddle {
  /// Rises in a straight line, and decays with the inverse square root.
  struct NoamDecay: Rule {
    private let model: Double
    private let warmup: Double

    static let kind = Kind(
      "NoamDecay", short: "noam", .paddle, "Linear warm-up, then inverse-square-root decay.",
      formula: "lr(t) = learning_rate·d_model^−½·min(t^−½, t·warmup_steps^−1.5)",
      differs: """
        t is 0 in the first update, whose rate is 0; elsewhere the first is 1. The peak is at t = warmup_steps, \
        learning_rate/√(d_model·warmup_steps).
        """,
      source: "paddle.optimizer.lr.NoamDecay, 3.3.1; arXiv:1706.03762",
      example: #"{"d_model": 512, "warmup_steps": 20}"#
    ) {
      Declaration(
        Parameter("d_model", in: .above(0), "The width of the model."),
        Parameter("warmup_steps", role: .warmup, in: .above(0), "Steps of the warm-up."),
        and: start(learningRate: 1)
      ) { (start, model, warmup) throws(Diagnostic) in RuleScheduler(NoamDecay(model: model, warmup: warmup), start) }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      let fall = epoch == 0 ? 1 : Libm.pow(Double(epoch), -0.5)
      let rise = Libm.pow(warmup, -1.5) * Double(epoch)
      return base * Libm.pow(model, -0.5) * min(fall, rise)
    }

    var length: Double? { 5 * warmup }
    var phases: [Phase] { Phase.named([(0, .moves, "warm-up"), (warmup, .moves, "decay")]) }
  }
}
