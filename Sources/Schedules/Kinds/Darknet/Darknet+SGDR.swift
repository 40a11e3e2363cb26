import Diagnostics
import Text

extension Darknet {
  /// Burns in, and falls along half cosines, each longer than the one before.
  struct SGDR: Policy {
    let lowest: Double
    let cycle: Int?
    let factor: Int

    static let kind = Kind(
      "sgdr", .darknet, "Burns in, and falls along half cosines, each sgdr_mult times as long as the one before.",
      formula: """
        lr(i) = min + (b − min)·(1 + cos(3.14159265·(i − start)/cycle))/2, min = learning_rate_min, start the end of the \
        last cycle that ended before i; ahead of it the burn-in, a warm-up
        """,
      differs: """
        Unlike torch's warm restarts each cycle shows its lowest rate, at its end, and the next begins one batch behind its \
        peak. Cycles are counted from batch 0, behind the burn-in.
        """,
      source: "policy=sgdr of AlexeyAB/darknet, 59596d7; arXiv:1608.03983",
      example: #"{"sgdr_cycle": 10, "learning_rate_min": 0.001, "max_batches": 70}"#
    ) {
      Declaration(
        Parameter("learning_rate_min", default: 1e-5, "The rate at the end of a cycle."),
        Parameter<Int?>(
          "sgdr_cycle", default: nil, in: .between(1, 1e12), "Batches of the first cycle; max_batches if null."),
        Parameter("sgdr_mult", default: 2, in: .between(1, 1e6), "How much longer each cycle is."), and: Net.parameters
      ) { (net, lowest, cycle, factor) throws(Diagnostic) in
        Ruled(Trained(SGDR(lowest: lowest, cycle: cycle, factor: factor), in: net))
      }
    }

    func rate(at batch: Int, from base: Double, in net: Net) throws(Diagnostic) -> Double {
      var length = try first(in: net)
      var start = 0.0
      if factor == 1 {
        start = (Double(max(0, batch - 1)) / length).rounded(.down) * length
      } else {
        while start + length < Double(batch) {
          start += length
          length *= Double(factor)
        }
      }
      return lowest + 0.5 * (base - lowest) * (1 + Libm.cos((Double(batch) - start) * 3.14159265 / length))
    }

    /// The length of the first cycle.
    private func first(in net: Net) throws(Diagnostic) -> Double {
      if let cycle { return Double(cycle) }
      return try net.total()
    }

    /// Three cycles.
    var length: Double? { cycle.map { Double($0) * (1 + Double(factor) + Double(factor) * Double(factor)) } }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) {
      guard var length = try? first(in: net) else { return }
      var end = 0.0
      for number in 1...Stretches.most {
        if end + length >= start { stretches.begin("cycle \(number)", at: max(start, end == 0 ? 0 : end + 1)) }
        end += length
        length *= Double(factor)
      }
    }
  }
}
