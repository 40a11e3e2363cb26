import Diagnostics

extension Darknet {
  /// Burns in, and multiplies the rate at each of some batches.
  struct Steps: Policy {
    private let steps: [Int]
    private let scales: [Double]

    private init(steps: [Int], scales: [Double]) throws(Diagnostic) {
      guard steps.count == scales.count else {
        throw Diagnostic(.value, "\(steps.count) steps need as many scales, not \(scales.count)", of: "scales")
      }
      self.steps = steps
      self.scales = scales
    }

    static let kind = Kind(
      "steps", .darknet, "Burns in, and multiplies the rate by a scale of its own at each step.",
      formula:
        "lr(i) = b·scales[0]·…·scales[k], k the last before the first of steps that is > i; before it the burn-in, a warm-up",
      differs:
        "As torch's MultiStepLR with a factor for each milestone. A step out of order waits for those before it.",
      source: "policy=steps of AlexeyAB/darknet, 59596d7; arXiv:1804.02767",
      example: #"{"steps": [40, 50], "scales": [0.1, 0.1], "burn_in": 5, "max_batches": 60}"#
    ) {
      Declaration(
        Parameter<[Int]>("steps", in: .between(-1e12, 1e12), "Batches from which the rate is multiplied."),
        Parameter<[Double]>("scales", "By what it is multiplied at each."), and: Net.parameters
      ) { (net, steps, scales) throws(Diagnostic) in Ruled(Trained(try Steps(steps: steps, scales: scales), in: net)) }
    }

    func rate(at batch: Int, from base: Double, in net: Net) -> Double {
      var rate = base
      for (step, scale) in zip(steps, scales) {
        if step > batch { break }
        rate *= scale
      }
      return rate
    }

    var motion: Motion { .jumps }
    /// Half as long again as the last step, so that the last stretch is seen.
    var length: Double? { steps.max().map { max(1, (1.5 * Double($0)).rounded(.up)) } }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) {
      stretches.begin("step 1", at: start, .jumps)
      for (index, step) in steps.prefix(Stretches.most).enumerated() where Double(step) > start {
        stretches.begin("step \(index + 2)", at: Double(step), .jumps)
      }
    }
  }
}
