extension Family {
  static let torch = Family(name: "torch", title: "PyTorch", isDefault: true, interval: .epoch, resumes: .torch) {
    Torch.kinds
  }
}

/// The schedulers of PyTorch: `torch.optim.lr_scheduler` and `torch.optim.swa_utils`, as of 2.15.
enum Torch {
  static let kinds: [Kind] = [
    LambdaLR.kind,
    MultiplicativeLR.kind,
    StepLR.kind,
    MultiStepLR.kind,
    ConstantLR.kind,
    LinearLR.kind,
    ExponentialLR.kind,
    PolynomialLR.kind,
    CosineAnnealingLR.kind,
    CosineAnnealingWarmRestarts.kind,
    CyclicLR.kind,
    OneCycleLR.kind,
    ReduceLROnPlateau.kind,
    SWALR.kind,
    SequentialLR.kind,
    ChainedScheduler.kind,
  ]
}
