extension Family {
  static let paddle = Family(name: "paddle", title: "PaddlePaddle", interval: .step) { Paddle.kinds }
}

/// The schedulers of PaddlePaddle: `paddle.optimizer.lr`, 3.3.1.
///
/// They are stepped after every batch, as `paddle.Model.fit` and the examples of its manual do, though they speak of
/// epochs. The rate that Paddle's scheduler has for itself is each group's own unless `learning_rate` is given.
enum Paddle {
  static let kinds: [Kind] = [
    NoamDecay.kind,
    PiecewiseDecay.kind,
    NaturalExpDecay.kind,
    InverseTimeDecay.kind,
    PolynomialDecay.kind,
    LinearWarmup.kind,
    ExponentialDecay.kind,
    MultiStepDecay.kind,
    StepDecay.kind,
    LambdaDecay.kind,
    MultiplicativeDecay.kind,
    ReduceOnPlateau.kind,
    CosineAnnealingDecay.kind,
    CosineAnnealingWarmRestarts.kind,
    OneCycleLR.kind,
    CyclicLR.kind,
    LinearLR.kind,
  ]
}
