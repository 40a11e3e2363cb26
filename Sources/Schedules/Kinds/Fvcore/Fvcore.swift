import Diagnostics

extension Family {
  static let fvcore = Family(name: "fvcore", title: "fvcore", interval: .step) { Fvcore.kinds }
}

/// The param schedulers of fvcore: `fvcore.common.param_scheduler`, 0.1.5.post20221221.
///
/// Each is a function of `where`, the part of the training that is over. By itself it gives the rate; under detectron2's
/// LRMultiplier it gives the factor on each group's own.
enum Fvcore {
  static let kinds: [Kind] = [
    ConstantParamScheduler.kind,
    CosineParamScheduler.kind,
    ExponentialParamScheduler.kind,
    LinearParamScheduler.kind,
    PolynomialDecayParamScheduler.kind,
    StepParamScheduler.kind,
    StepWithFixedGammaParamScheduler.kind,
    MultiStepParamScheduler.kind,
    CompositeParamScheduler.kind,
  ]

  /// How far apart two points of the training may be and still count as one.
  static let epsilon = 1e-6
}
