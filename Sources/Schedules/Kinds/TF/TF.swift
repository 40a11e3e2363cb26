extension Family {
  static let tf = Family(name: "tf", title: "TensorFlow 1 and Model Garden", interval: .step) { TF.kinds }
}

/// The functions of `tf.compat.v1.train`, and schedules of the Model Garden that nobody else has; in double precision.
enum TF {
  static let kinds: [Kind] = [
    ExponentialDecay.kind,
    NaturalExpDecay.kind,
    InverseTimeDecay.kind,
    PolynomialDecay.kind,
    PiecewiseConstant.kind,
    CosineDecay.kind,
    CosineDecayRestarts.kind,
    LinearCosineDecay.kind,
    NoisyLinearCosineDecay.kind,
    linearWarmup,
    polynomialWarmUp,
    DirectPowerDecay.kind,
    PowerAndLinearDecay.kind,
    PowerDecayWithOffset.kind,
    StepCosineDecayWithOffset.kind,
  ]

  /// The parameter that every one has for graphs.
  static let name = Parameter<String?>(
    "name", default: nil, "What TensorFlow calls it in graphs; it changes nothing.")
}
