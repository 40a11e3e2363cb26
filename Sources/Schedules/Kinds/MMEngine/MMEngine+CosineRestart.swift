import Diagnostics
import Text

extension MMEngine {
  /// Falls along half a cosine wave again and again, in periods of given lengths and heights.
  struct CosineRestart: WindowedRule {
    private var periods: [Double]
    private var weights: [Double]
    private var floor: Floor
    /// Where each period ends.
    private var ends: [Double]

    private init(periods: [Double], weights: [Double], floor: Floor) throws(Diagnostic) {
      guard periods.count == weights.count else {
        throw Diagnostic(
          .value,
          "“periods” and “restart_weights” must have the same length, not \(periods.count) and \(weights.count)",
          of: "periods")
      }
      self.periods = periods
      self.weights = weights
      self.floor = floor
      ends = CosineRestart.sums(of: periods)
    }

    static let label = "cosine"
    static let kinds = forms(
      of: "CosineRestart", short: "cosine-restart",
      { "Lets \($0) fall along half cosines of given lengths and heights." },
      formula:
        "v(0) = base·weight, v(k) = (1 + cos πk/P)/(1 + cos π(k−1)/P)·(v(k−1) − eta_min) + eta_min in each period P",
      differs:
        "torch's CosineAnnealingWarmRestarts repeats for ever; this one holds after the last period. eta_min itself "
        + "is never reached.",
      example: #"{"periods": [10, 20, 30], "restart_weights": [1, 0.5, 0.25], "eta_min": 0.001}"#
    ) { form in
      Declaration(
        Parameter<[Double]>("periods", role: .period, in: .between(-1e9, 1e9), "Steps of each period."),
        Parameter("restart_weights", default: [1.0], "The fraction of the base value that each period starts from."),
        Floor.etaMin, Floor.ratio, and: form.common
      ) { (target, periods, weights, etaMin, ratio) throws(Diagnostic) in
        let floor = try Floor(etaMin, ratio)
        return ParamScheduler(try CosineRestart(periods: periods, weights: weights, floor: floor), target)
      }.requiring(Floor.isGiven)
    }

    private static func sums(of periods: [Double]) -> [Double] {
      var sum = 0.0
      return periods.map { period in
        sum += period
        return sum
      }
    }

    mutating func convert(epochLength: Double) {
      periods = periods.map { $0 * epochLength }
      ends = CosineRestart.sums(of: periods)
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("periods", &periods)
      try visitor.visit("restart_weights", &weights)
      try floor.visitState(&visitor)
      if visitor.isChanging { ends = CosineRestart.sums(of: periods) }
      guard weights.count == periods.count else {
        throw Diagnostic(.value, "“periods” and “restart_weights” must have the same length")
      }
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      guard let index = ends.firstIndex(where: { Double(step) < $0 }) else { return value }
      let passed = Double(step) - (index == 0 ? 0 : ends[index - 1])
      let (period, low) = (periods[index], try floor.value(of: base))
      if passed == 0 { return base * weights[index] }
      let before = try Python.quotient(.pi * (passed - 1), period, "a period")
      let ratio = try Python.quotient(
        1 + Libm.cos(.pi * passed / period), 1 + Libm.cos(before), "1 + cos at the step before")
      return ratio * (value - low) + low
    }

    var length: Double? { ends.last }
  }
}
