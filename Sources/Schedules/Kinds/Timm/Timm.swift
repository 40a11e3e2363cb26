extension Family {
  static let timm = Family(name: "timm", title: "timm", interval: .epoch, resumes: .timm) { Timm.kinds }
}

/// The schedulers of timm, PyTorch Image Models, as of 1.0.31.
enum Timm {
  static let kinds: [Kind] = [
    CosineLRScheduler.kind,
    TanhLRScheduler.kind,
    PolyLRScheduler.kind,
    StepLRScheduler.kind,
    MultiStepLRScheduler.kind,
    WSDLRScheduler.kind,
    PlateauLRScheduler.kind,
  ]
}
