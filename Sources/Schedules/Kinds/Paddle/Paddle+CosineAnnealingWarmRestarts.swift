import Diagnostics
import Text

extension Paddle {
  /// Falls along half a cosine again and again, each cycle T_mult times as long as the one before.
  struct CosineAnnealingWarmRestarts: Rule {
    private let first: Double
    private let growth: Double
    private let etaMin: Double
    /// Steps into the cycle, and its length.
    private var position: Double
    private var cycle: Double

    private init(first: Int, growth: Int, etaMin: Double, lastEpoch: Int) {
      self.first = Double(first)
      self.growth = Double(growth)
      self.etaMin = etaMin
      position = Double(lastEpoch)
      cycle = self.first
    }

    static let kind = Kind(
      "CosineAnnealingWarmRestarts", short: "warm-restarts", .paddle,
      "Cosine decay to eta_min with warm restarts from the base rate (SGDR).",
      formula: "lr = eta_min + (learning_rate − eta_min)·(1 + cos πT_cur/T_i)/2",
      differs: """
        torch's class of the same name: a cycle ends one step short of eta_min. Inside a LinearWarmup the cycle is found by a \
        logarithm, which may be a cycle late.
        """,
      source: "paddle.optimizer.lr.CosineAnnealingWarmRestarts, 3.3.1",
      example: #"{"T_0": 10, "T_mult": 2}"#
    ) {
      Declaration(
        Parameter("T_0", role: .cycle, in: .between(1, 1e9), "Steps of the first cycle."),
        Parameter(
          "T_mult", default: 1, in: .between(1, 1e9), "The length of each cycle, as a multiple of the one before."),
        Parameter("eta_min", role: .floor, default: 0, "The rate that a cycle falls towards."), and: start()
      ) { (start, first, growth, etaMin) throws(Diagnostic) in
        RuleScheduler(
          CosineAnnealingWarmRestarts(first: first, growth: growth, etaMin: etaMin, lastEpoch: start.lastEpoch), start)
      }
    }

    mutating func move(to epoch: Int, isJump: Bool) throws(Diagnostic) {
      // The very first step goes to epoch 0 by its number.
      guard isJump || epoch == 0 else {
        position += 1
        if position >= cycle {
          position -= cycle
          cycle *= growth
        }
        return
      }
      guard Double(epoch) >= first else {
        (position, cycle) = (Double(epoch), first)
        return
      }
      if growth == 1 {
        position = Double(epoch).truncatingRemainder(dividingBy: first)
        return
      }
      let logarithm = try Python.logarithm(Double(epoch) / first * (growth - 1) + 1, base: growth)
      let scale = try Python.power(growth, logarithm.rounded(.towardZero))
      position = Double(epoch) - first * (scale - 1) / (growth - 1)
      cycle = first * scale
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      etaMin + (base - etaMin) * (1 + Libm.cos(.pi * position / cycle)) / 2
    }

    /// Three cycles.
    var length: Double? { first * (1 + growth + growth * growth) }
    var phases: [Phase] { Phase.named(Cycles(first: first, growth: growth).beginnings(from: 0)) }
  }
}
