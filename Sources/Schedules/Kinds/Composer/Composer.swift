extension Family {
  static let composer = Family(name: "composer", title: "MosaicML Composer", interval: .step) { Composer.kinds }
}

/// The schedulers of MosaicML's Composer: `composer.optim.scheduler`, 0.32.1.
///
/// Each is a factor on the base rate as a function of time, and times are strings. The trainer steps its schedulers before
/// it counts the batch, so a batch has the factor of the time before it, and the first two have the same.
enum Composer {
  static let kinds: [Kind] = [
    StepScheduler.kind,
    MultiStepScheduler.kind,
    ConstantScheduler.kind,
    LinearScheduler.kind,
    ExponentialScheduler.kind,
    CosineAnnealingScheduler.kind,
    CosineAnnealingWarmRestartsScheduler.kind,
    PolynomialScheduler.kind,
    MultiStepWithWarmupScheduler.kind,
    ConstantWithWarmupScheduler.kind,
    LinearWithWarmupScheduler.kind,
    CosineAnnealingWithWarmupScheduler.kind,
    PolynomialWithWarmupScheduler.kind,
  ]
}
