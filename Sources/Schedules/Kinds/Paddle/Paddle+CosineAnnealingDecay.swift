import Diagnostics
import Text

extension Paddle {
  /// Falls along half a cosine, and climbs back along the next half.
  struct CosineAnnealingDecay: Rule {
    private let tMax: Double
    private let etaMin: Double

    static let kind = Kind(
      "CosineAnnealingDecay", short: "cosine", .paddle,
      "Cosine decay to eta_min at T_max; climbs back after it.",
      formula: """
        lr(t) = (1 + cos πt/T)/(1 + cos π(t − 1)/T)·(lr(t − 1) − eta_min) + eta_min, as torch's; inside a LinearWarmup
        eta_min + (learning_rate − eta_min)·(1 + cos πt/T)/2
        """,
      differs: "torch's CosineAnnealingLR; T_max must be a positive integer.",
      source: "paddle.optimizer.lr.CosineAnnealingDecay, 3.3.1",
      example: #"{"T_max": 50}"#
    ) {
      Declaration(
        Parameter<Int>(
          "T_max", role: .length, in: .between(1, 1e12), "Steps from the base rate to eta_min: half a period."),
        Parameter("eta_min", role: .floor, default: 0, "The lowest rate."), and: start()
      ) { (start, tMax, etaMin) throws(Diagnostic) in
        RuleScheduler(CosineAnnealingDecay(tMax: Double(tMax), etaMin: etaMin), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      if epoch == 0 { return base }
      let epoch = Double(epoch)
      if try Python.remainder(epoch - 1 - tMax, 2 * tMax) == 0 {
        return last + (base - etaMin) * (1 - Libm.cos(.pi / tMax)) / 2
      }
      let wave = 1 + Libm.cos(.pi * epoch / tMax)
      let before = 1 + Libm.cos(.pi * (epoch - 1) / tMax)
      return (try Python.quotient(wave, before, "1 + cos at the epoch before")) * (last - etaMin) + etaMin
    }

    func closedRate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      etaMin + (base - etaMin) * (1 + Libm.cos(.pi * Double(epoch) / tMax)) / 2
    }

    var length: Double? { tMax }
  }
}
