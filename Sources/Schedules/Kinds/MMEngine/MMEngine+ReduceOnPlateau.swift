import Diagnostics

extension MMEngine {
  /// Multiplies by a factor when a metric has not improved for more than `patience` epochs of the window.
  ///
  /// Better is a < best·(1 − θ) and so on; the first best is ±10⁹. Source: `ReduceOnPlateauParamScheduler`.
  struct ReduceOnPlateau: MetricWatcher {
    private enum Rule: String, Choice { case less, greater }
    private enum ThresholdRule: String, Choice { case rel, abs }

    private var watch: Plateau
    private var factor: Double
    private let minValue: PerGroup<Double>
    private var eps: Double
    private var window: Window
    private var quantity: Quantity
    private let isNamed: Bool
    private var minValues: [Double] = []
    private var state: Plateau.State
    private var globalStep = 0

    static let kinds = forms(
      of: "ReduceOnPlateau", short: "plateau", { "Multiplies \($0) by a factor when a metric stops improving." },
      formula: "v ← max(v·factor, min_value) after more than patience epochs without improvement",
      differs: "As torch's ReduceLROnPlateau, inside a window; the first best metric is 10⁹, not ∞. Per epoch only.",
      example: #"{"patience": 3}"#
    ) { form in
      Declaration(
        Parameter("monitor", default: "loss", "The name of the metric; the run's one metric goes by any name."),
        Parameter("rule", role: .mode, default: Rule.less, "Whether the metric is minimized or maximized."),
        Parameter("factor", role: .factor, default: 0.1, in: .below(1), "The factor of each reduction."),
        Parameter("patience", role: .patience, default: 10, "Epochs without improvement before the rate is reduced."),
        Parameter(
          "threshold", role: .threshold, default: 1e-4, in: .atLeast(0), "The smallest improvement that counts."),
        Parameter(
          "threshold_rule", role: .thresholdMode, default: ThresholdRule.rel,
          "Whether threshold is a fraction of the best, or a difference."),
        Parameter("cooldown", default: 0, "Epochs after a reduction in which the metric is ignored."),
        Parameter("min_value", default: PerGroup(0), "The lowest value."),
        Parameter("eps", default: 1e-8, "The smallest change of the rate; smaller ones are skipped."),
        and: form.common
      ) {
        (target, _, rule, factor, patience, threshold, thresholdRule, cooldown, minValue, eps) throws(Diagnostic) in
        let watch = Plateau(
          isLowerBetter: rule == .less, threshold: threshold, isRelative: thresholdRule == .rel, patience: patience,
          cooldown: cooldown)
        return try ReduceOnPlateau(watch, factor: factor, minValue: minValue, eps: eps, target)
      }
    }

    private init(
      _ watch: Plateau, factor: Double, minValue: PerGroup<Double>, eps: Double, _ target: Target
    ) throws(Diagnostic) {
      guard target.window.interval == .epoch else {
        throw Diagnostic(.value, "ReduceOnPlateau is stepped every epoch: “by_epoch” must be true", of: "by_epoch")
      }
      self.watch = watch
      self.factor = factor
      self.minValue = minValue
      self.eps = eps
      window = target.window
      quantity = target.quantity
      isNamed = target.isNamed
      state = Plateau.State(best: watch.isLowerBetter ? 1e9 : -1e9)
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("_global_step", &globalStep, as: .count)
      try window.visitState(&visitor)
      try visitor.visit("param_name", &quantity)
      try visitor.visit("factor", &factor)
      try visitor.visit("eps", &eps)
      try visitor.visit(perGroup: "min_values", &minValues)
      try watch.visitState(&visitor)
      try state.visitState(&visitor)
    }

    mutating func bind(to run: RunLength) { window.bind(to: run) }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try window.check()
      _ = try quantity.bases(in: &optimizer, isNamed: isNamed, isFresh: window.lastStep == -1)
      minValues = try minValue.values(for: optimizer, as: "min_value")
    }

    /// The count moves on after training, before the metric is measured.
    mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
      globalStep += 1
      guard window.position(of: globalStep) != nil, state.isStuck(at: metric, by: watch) else { return }
      for index in minValues.indices {
        let old = quantity.value(of: optimizer.groups[index]) ?? 0
        let new = max(old * factor, minValues[index])
        if old - new > eps { quantity.set(new, in: &optimizer.groups[index]) }
      }
    }

    var drives: Driven { quantity.driven }
  }
}
