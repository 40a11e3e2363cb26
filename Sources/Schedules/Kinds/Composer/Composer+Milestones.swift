import Diagnostics

extension Composer {
  /// Times at each of which the factor is multiplied.
  struct Milestones: Sendable {
    private let times: [Time]
    private let gamma: Double
    private var steps: [Double] = []

    init(times: [Time], gamma: Double) {
      self.times = times
      self.gamma = gamma
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      steps = []
      for time in times { steps.append(try training.batches(time)) }
    }

    func value(at now: Double) -> Double {
      var factor = 1.0
      for step in steps where now >= step { factor *= gamma }
      return factor
    }

    /// Half as long again as the last of them, when all are in one unit.
    var end: Time? {
      guard let last = times.max(by: { $0.value < $1.value }), times.allSatisfy({ $0.unit == last.unit }) else {
        return nil
      }
      return Time(value: (1.5 * last.value).rounded(.up), unit: last.unit)
    }
  }
}
