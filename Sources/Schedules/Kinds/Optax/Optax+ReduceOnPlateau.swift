import Diagnostics

extension Optax {
  /// Scales the updates down when a metric has stopped improving, which is the same as scaling the rate.
  ///
  /// The mean a of `accumulation_size` values is better when a < (1 − rtol)·best − atol. When as many as `patience` in
  /// turn were not, the scale is multiplied by `factor`; then `cooldown` of them are not counted.
  /// Source: `optax.contrib.reduce_on_plateau`, 0.2.8.
  struct ReduceOnPlateau: Clocked {
    private let factor: Double
    private let patience: Double
    private let rtol: Double
    private let atol: Double
    private let cooldown: Double
    private let accumulationSize: Double
    private let minScale: Double
    var clock = Clock()
    private var scale = 1.0
    private var best = Double.infinity
    private var plateau = 0.0
    private var cooldownLeft = 0.0
    private var count = 0.0
    private var mean = 0.0

    init(
      factor: Double, patience: Double, rtol: Double, atol: Double, cooldown: Double, accumulationSize: Double,
      minScale: Double
    ) throws(Diagnostic) {
      guard rtol > 0 || atol > 0 else {
        throw Diagnostic(.value, "one of “rtol” and “atol” must be greater than 0", of: "rtol")
      }
      self.factor = factor
      self.patience = patience
      self.rtol = rtol
      self.atol = atol
      self.cooldown = cooldown.rounded(.towardZero)
      self.accumulationSize = accumulationSize
      self.minScale = minScale
    }

    static let kind = Kind(
      "contrib.reduce_on_plateau", short: "reduce_on_plateau", .optax,
      "Multiplies the rate by a factor when a metric stops improving.",
      formula: "lr = b·s; s becomes max(s·factor, min_scale) after patience values in turn without improvement",
      differs: """
        Reduces at the patience-th value without improvement, one before torch’s ReduceLROnPlateau; a small metric is always \
        good. It scales the optimizer’s own rate. patience 0 reduces at each improvement, as in optax.
        """,
      source: "`optax.contrib.reduce_on_plateau`, 0.2.8.",
      example: #"{"patience": 5}"#
    ) {
      Declaration(
        Parameter(
          "factor", role: .factor, default: 0.1, in: .inside(0, 1), "The factor of each reduction, between 0 and 1."),
        Parameter(
          "patience", role: .patience, default: 10, "Values in turn without improvement that bring a reduction."),
        Parameter("rtol", default: 1e-4, in: .between(0, 1), "The part by which a metric must be better."),
        Parameter("atol", default: 0, in: .atLeast(0), "The difference by which a metric must be better."),
        Parameter("cooldown", default: 0, "Values after a reduction that are not counted."),
        Parameter("accumulation_size", default: 1, "How many metric values are averaged into one."),
        Parameter("min_scale", default: 0, "The lowest scale."),
        make: ReduceOnPlateau.init)
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      guard let metric else { throw .missingMetric }
      mean = (count * mean + metric) / (count + 1)
      count += 1
      if count == accumulationSize { updateScale() }
      try write(to: &optimizer, isInitial: false)
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("scale", &scale, as: .memory)
      try visitor.visit("best_value", &best, as: .memory)
      try visitor.visit("plateau_count", &plateau, as: .memory)
      try visitor.visit("cooldown_count", &cooldownLeft, as: .memory)
      try visitor.visit("count", &count, as: .memory)
      try visitor.visit("avg_value", &mean, as: .memory)
    }

    mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
      try write(to: &optimizer, isInitial: false)
    }

    private mutating func updateScale() {
      let isBetter = mean < (1 - rtol) * best - atol
      if isBetter { best = mean }
      let current = isBetter ? 0 : plateau + 1
      if cooldownLeft > 0 {
        plateau = 0
        cooldownLeft -= 1
      } else {
        let isReduced = current == patience
        plateau = isReduced ? 0 : current
        scale = max(isReduced ? scale * factor : scale, minScale)
        cooldownLeft = isReduced ? cooldown : 0
      }
      (count, mean) = (0, 0)
    }

    func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = base * scale }
    }

    var watchesMetric: Bool { true }
    var motion: Motion { .jumps }
  }
}
