import Diagnostics
import Text

extension Darknet {
  /// Burns in, and falls along an S.
  struct Sigmoid: Policy {
    let gamma: Double
    let step: Int

    static let kind = Kind(
      "sigmoid", short: "sig", .darknet, "Burns in, and falls along an S whose middle is at step.",
      formula: "lr(i) = b/(1 + e^(gamma·(i − step))); before it the burn-in, a warm-up",
      differs: """
        Caffe's sigmoid rises where this one falls. In pjreddie's later code i has no sign, and the rate before step is zero.
        """,
      source: "policy=sigmoid of AlexeyAB/darknet, 59596d7",
      example: #"{"gamma": 0.15, "step": 35, "burn_in": 5, "max_batches": 60}"#
    ) {
      Declaration(
        Parameter("gamma", default: 1, "How steep it is."),
        Parameter("step", default: 1, in: .between(-1e12, 1e12), "The batch of half the rate."), and: Net.parameters
      ) { (net, gamma, step) throws(Diagnostic) in Ruled(Trained(Sigmoid(gamma: gamma, step: step), in: net)) }
    }

    func rate(at batch: Int, from base: Double, in net: Net) -> Double {
      base * (1 / (1 + Libm.exp(gamma * Double(batch - step))))
    }

    /// As far behind the middle as before it.
    var length: Double? { step > 1 ? 2 * Double(step) : nil }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) { stretches.begin("sigmoid", at: start) }
  }
}
