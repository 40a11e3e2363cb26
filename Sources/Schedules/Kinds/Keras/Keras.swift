extension Family {
  static let keras = Family(name: "keras", title: "Keras", interval: .step) { Keras.kinds }
}

/// The schedules and callbacks of Keras 3.15, in double precision.
///
/// Every number counts as a float. Keras takes the type of `initial_learning_rate` for the whole computation, so that a
/// whole one makes it an integer's: `ExponentialDecay(1, 10, 0.5)` is 0 from step 1 on.
enum Keras {
  static let kinds: [Kind] = [
    ExponentialDecay.kind,
    PiecewiseConstantDecay.kind,
    PolynomialDecay.kind,
    InverseTimeDecay.kind,
    CosineDecay.kind,
    CosineDecayRestarts.kind,
    ReduceLROnPlateau.kind,
    LearningRateScheduler.kind,
  ]

  /// The parameter that every schedule has for graphs, as `get_config()` writes it.
  static func name(_ standard: String) -> Parameter<String> {
    Parameter("name", default: standard, "What Keras calls it in graphs; it changes nothing.")
  }
}
