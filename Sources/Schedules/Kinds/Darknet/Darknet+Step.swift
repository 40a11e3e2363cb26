import Diagnostics
import Text

extension Darknet {
  /// Burns in, and multiplies the rate every so many batches.
  struct Step: Policy {
    let step: Int
    let scale: Double

    static let kind = Kind(
      "step", .darknet, "Burns in, and multiplies the rate by scale every step batches.",
      formula: "lr(i) = b·scale^⌊i/step⌋; before it the burn-in, a warm-up",
      differs:
        "As torch's StepLR, but drops during the burn-in are counted and show behind it. The defaults change nothing.",
      source: "policy=step of AlexeyAB/darknet, 59596d7",
      example: #"{"step": 20, "scale": 0.1, "burn_in": 5, "max_batches": 60}"#
    ) {
      Declaration(
        Parameter("step", default: 1, in: .between(1, 1e12), "Batches from one drop to the next."),
        Parameter("scale", default: 1, "The factor of each drop."), and: Net.parameters
      ) { (net, step, scale) throws(Diagnostic) in Ruled(Trained(Step(step: step, scale: scale), in: net)) }
    }

    func rate(at batch: Int, from base: Double, in net: Net) -> Double {
      base * Libm.pow(scale, Double(batch / step))
    }

    var motion: Motion { .jumps }
    /// Four drops.
    var length: Double? { 5 * Double(step) }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) {
      stretches.begin("steps", at: start, .jumps)
    }
  }
}
