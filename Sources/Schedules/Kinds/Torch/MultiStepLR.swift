import Diagnostics

/// Multiplies the rate by γ at each milestone.
///
/// lr(t) = lr(t−1)·γⁿ, n the number of milestones equal to t. Their order does not matter; one that is not whole
/// never comes. Source: `torch.optim.lr_scheduler.MultiStepLR`.
struct MultiStepLR: Recurrence {
  private var milestones: [Double]
  private var gamma: Double

  init(milestones: [Double], gamma: Double) {
    self.milestones = milestones.sorted()
    self.gamma = gamma
  }

  static let kind = Kind(
    "MultiStepLR", short: "multistep", .torch,
    "Multiplies the rate by gamma at each milestone.",
    formula: "lr(t) = lr(t−1)·gamma for every milestone that is t",
    differs: "A milestone’s epoch has the lower rate already; Keras and MXNet drop one step later, timm one earlier.",
    source: "torch.optim.lr_scheduler.MultiStepLR, 2.15",
    example: #"{"milestones": [30, 80]}"#
  ) {
    Declaration(
      recurrence: Parameter("milestones", role: .milestones, "Epochs at which the rate drops."),
      Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."),
      make: MultiStepLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("milestones", &milestones)
    if visitor.isChanging { milestones.sort() }
    try visitor.visit("gamma", &gamma)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let passed = Python.bisect(milestones, Double(moment.epoch))
    let here = milestones[..<passed].reversed().prefix { $0 == Double(moment.epoch) }.count
    return here == 0 ? rate : rate * (try Python.power(gamma, Double(here)))
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    base * (try Python.power(gamma, Double(Python.bisect(milestones, Double(moment.epoch)))))
  }

  /// Half as long again as the last milestone, so that the last phase is seen.
  var length: Double? { milestones.last.map { (1.5 * $0).rounded(.up) } }
  var motion: Motion { .jumps }
}
