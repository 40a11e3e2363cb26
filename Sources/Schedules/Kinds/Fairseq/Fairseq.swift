extension Family {
  static let fairseq = Family(name: "fairseq", title: "fairseq", interval: .step) { Fairseq.kinds }
}

/// The schedulers of fairseq: `fairseq.optim.lr_scheduler`, 0.12.2.
///
/// Each is asked for the rate of update u before it, the first being 0; epochs are counted from 1. The rate that fairseq
/// calls `lr` is each group's own.
enum Fairseq {
  static let kinds: [Kind] = [
    Fixed.kind,
    Cosine.kind,
    InverseSqrt.kind,
    TriStage.kind,
    PolynomialDecay.kind,
    Triangular.kind,
    ReduceLROnPlateau.kind,
    Step.kind,
    Manual.kind,
    PassThrough.kind,
  ]
}
