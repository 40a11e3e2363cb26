extension Family {
  static let warmup = Family(
    name: "warmup_scheduler", title: "Warm-up schedulers", isDefault: true, interval: .epoch,
    resumes: .torch
  ) { WarmupSchedulers.kinds }
}

/// Schedulers that people add to PyTorch from small packages and articles, each by its well-known name.
enum WarmupSchedulers {
  static let kinds: [Kind] = [
    GradualWarmupScheduler.kind,
    WarmupMultiFactorScheduler.kind,
    CosineAnnealingWarmupRestarts.kind,
    LinearWarmupCosineAnnealingLR.kind,
  ]
}
