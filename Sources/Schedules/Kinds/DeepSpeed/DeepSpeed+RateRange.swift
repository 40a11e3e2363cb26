import Diagnostics

extension DeepSpeed {
  /// The rates between which every group moves.
  struct RateRange: Sendable {
    private let low: PerGroup<Double>
    private let high: PerGroup<Double>?
    private var lows: [Double] = []
    private var highs: [Double] = []

    init(low: PerGroup<Double>, high: PerGroup<Double>?) {
      self.low = low
      self.high = high
    }

    /// Takes the values of each group; the highest rate is the group's own where none is given.
    mutating func prepare(
      _ optimizer: inout Optimizer, bases: [Double], names: (low: String, high: String), isFresh: Bool
    ) throws(Diagnostic) {
      lows = try low.values(for: optimizer, as: names.low)
      highs = try high?.values(for: optimizer, as: names.high) ?? bases
      guard isFresh else { return }
      for (index, low) in lows.enumerated() { optimizer.groups[index].lr = low }
    }

    /// The rate of a group when `part` of the way from the lowest to the highest is gone.
    func rate(_ part: Double, of group: Int) -> Double { lows[group] + (highs[group] - lows[group]) * part }

    func lowest(of group: Int) -> Double { lows[group] }
  }
}
