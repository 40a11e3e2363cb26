import Diagnostics

extension DeepSpeed {
  /// Rises without end from a low rate, to find the rate at which training diverges.
  struct LRRangeTest: Rule {
    private let lowest: PerGroup<Double>
    private let stepSize: Double
    private let stepRate: Double
    private let isStaircase: Bool
    private var rates: [Double] = []

    private init(lowest: PerGroup<Double>, stepSize: Int, stepRate: Double, isStaircase: Bool) {
      self.lowest = lowest
      self.stepSize = Double(stepSize)
      self.stepRate = stepRate
      self.isStaircase = isStaircase
    }

    static let kind = Kind(
      "LRRangeTest", short: "range-test", .deepspeed,
      "Endless rise from a low rate: the learning-rate range test.",
      formula: "lr(t) = min·(1 + step_rate·t/step_size); with staircase, ⌊t/step_size⌋",
      differs: "It has no end. The rise is linear, whereas fastai's learning-rate finder rises exponentially.",
      source: "deepspeed.runtime.lr_schedules.LRRangeTest, 0.19.8; arXiv:1803.09820",
      example: #"{"lr_range_test_min_lr": 0.001, "lr_range_test_step_size": 10, "lr_range_test_step_rate": 2}"#
    ) {
      Declaration(
        Parameter("lr_range_test_min_lr", role: .start, default: PerGroup(0.001), "The first rate."),
        Parameter("lr_range_test_step_size", role: .period, default: 2000, in: .between(1, 1e12), "Steps of one rise."),
        Parameter("lr_range_test_step_rate", default: 1, "How much a rise adds, as a fraction of the first rate."),
        Parameter("lr_range_test_staircase", default: false, "Whether it rises in steps."),
        and: lastBatch
      ) { (last, lowest, size, rate, isStaircase) throws(Diagnostic) in
        RuleScheduler(
          LRRangeTest(lowest: lowest, stepSize: size, stepRate: rate, isStaircase: isStaircase), lastBatch: last)
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer, bases: [Double], isFresh: Bool) throws(Diagnostic) {
      rates = try lowest.values(for: optimizer, as: "lr_range_test_min_lr")
      guard isFresh else { return }
      for (index, rate) in rates.enumerated() { optimizer.groups[index].lr = rate }
    }

    func write(to group: inout ParamGroup, index: Int, step: Int) throws(Diagnostic) {
      let passed = Double(step + 1) / stepSize
      group.lr = rates[index] * (1 + stepRate * (isStaircase ? passed.rounded(.down) : passed))
    }

    var phases: [Phase] { [Phase(start: 0, motion: isStaircase ? .jumps : .moves, label: "range test")] }
  }
}
