extension Family {
  static let mxnet = Family(name: "mxnet", title: "Apache MXNet", interval: .step) { MXNet.kinds }
}

/// The schedulers of MXNet: `mxnet.lr_scheduler`, 1.9.1.
///
/// Row t is the rate of `num_update` t. Where it is not given, `base_lr` is each group's own, as MXNet's optimizer
/// overwrites it.
enum MXNet {
  static let kinds: [Kind] = [
    FactorScheduler.kind,
    MultiFactorScheduler.kind,
    PolyScheduler.kind,
    CosineScheduler.kind,
  ]
}
