extension Family {
  static let optax = Family(name: "optax", title: "optax (JAX)", interval: .step) { Optax.kinds }
}

/// The schedules of optax 0.2.8, in double precision: functions of the count, which ignore the optimizer's own rate.
enum Optax {
  static let kinds: [Kind] = [
    ConstantSchedule.kind,
    LinearSchedule.kind,
    PolynomialSchedule.kind,
    ExponentialDecay.kind,
    CosineDecaySchedule.kind,
    PiecewiseConstantSchedule.kind,
    PiecewiseInterpolateSchedule.kind,
    LinearOnecycleSchedule.kind,
    CosineOnecycleSchedule.kind,
    WarmupConstantSchedule.kind,
    WarmupCosineDecaySchedule.kind,
    WarmupExponentialDecaySchedule.kind,
    SgdrSchedule.kind,
    JoinSchedules.kind,
    ReduceOnPlateau.kind,
  ]
}
