import Diagnostics
import Text

extension DeepSpeed {
  /// DeepSpeed's warm-up: how much of the way is gone in each step.
  ///
  /// log(i + 1)/log N, which is 1 a step before N, or i/N.
  struct Warmup: Sendable {
    /// N, at least 2.
    let steps: Int
    private let isLinear: Bool
    private let inverseLog: Double

    init(steps: Int, type: String) {
      self.steps = max(2, steps)
      isLinear = type == "linear"
      inverseLog = 1 / Libm.log(Double(self.steps))
    }

    static let parameters = Parameters(
      Parameter(
        "warmup_num_steps", role: .warmup, default: 1000, in: .between(1, 1e12),
        "Steps of the warm-up; at least 2 are taken."),
      Parameter("warmup_type", default: "log", "linear, or log: fast at first; any other word means log."),
      make: Warmup.init)

    /// The part of the way in step `step`; `nil` when it is over.
    func part(at step: Int) -> Double? {
      guard step < steps else { return nil }
      return isLinear ? Double(step) / Double(steps) : inverseLog * Libm.log(Double(step + 1))
    }

    /// The phases of a schedule that does something else after the warm-up.
    func phases(then label: String) -> [Phase] {
      [Phase(start: 0, motion: .moves, label: "warm-up"), Phase(start: steps, motion: .moves, label: label)]
    }
  }
}
