extension Family {
  static let transformers = Family(name: "transformers", title: "Hugging Face transformers", interval: .step) {
    Transformers.kinds
  }
}

/// The schedules of transformers' `get_scheduler`, as of 5.23.
enum Transformers {
  static let kinds: [Kind] = [
    LinearScheduleWithWarmup.kind,
    CosineScheduleWithWarmup.kind,
    CosineWithHardRestartsScheduleWithWarmup.kind,
    PolynomialDecayScheduleWithWarmup.kind,
    ConstantSchedule.kind,
    ConstantScheduleWithWarmup.kind,
    InverseSqrtSchedule.kind,
    ReduceOnPlateauSchedule.kind,
    CosineWithMinLRScheduleWithWarmup.kind,
    CosineWithMinLRScheduleWithWarmupLRRate.kind,
    WSDSchedule.kind,
    GreedyLR.kind,
  ]
}
