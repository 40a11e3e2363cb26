import Diagnostics

extension Fastai {
  /// Rises by equal factors, to find the rate at which a training breaks.
  struct LRFinder: AbsoluteRule {
    private let curve: SchedExp
    private let batches: Int

    private init(curve: SchedExp, batches: Int) {
      self.curve = curve
      // fastai takes at least so many.
      self.batches = max(6, batches)
    }

    static let kind = Kind(
      "LRFinder", short: "lr-find", .fastai, "Rises by equal factors, to find the rate at which a training breaks.",
      formula: "lr = start_lr·(end_lr/start_lr)^(t/num_it)",
      differs: """
        It rises by equal factors, where the range test of DeepSpeed rises in a line. num_it is at least 6; end_lr is never \
        reached, and a longer run holds the last rate.
        """,
      source: "fastai.callback.schedule.LRFinder, 2.8.12; arXiv:1506.01186",
      example: #"{}"#
    ) {
      Declaration(
        rule: Parameter("start_lr", default: 1e-7, "The first rate."),
        Parameter("end_lr", default: 10, "The rate that it goes towards."),
        Parameter("num_it", default: 100, in: .between(-1e12, 1e12), "Batches.")
      ) { (start, end, batches) throws(Diagnostic) in
        if start == 0 { throw Diagnostic(.value, "“start_lr” must not be 0", of: "start_lr") }
        return LRFinder(curve: SchedExp(start: start, end: end), batches: batches)
      }
    }

    func value(at count: Double) throws(Diagnostic) -> Double {
      try curve.value(at: max(0, min(count, Double(batches - 1))) / Double(batches))
    }

    var length: Double? { Double(batches) }
  }
}
