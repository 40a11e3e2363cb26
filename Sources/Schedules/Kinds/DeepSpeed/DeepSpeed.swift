import Diagnostics

extension Family {
  static let deepspeed = Family(name: "deepspeed", title: "DeepSpeed", interval: .step, resumes: .torch) {
    DeepSpeed.kinds
  }
}

/// The schedulers of DeepSpeed: `deepspeed.runtime.lr_schedules`, 0.19.8.
enum DeepSpeed {
  static let kinds: [Kind] = [
    WarmupLR.kind,
    WarmupDecayLR.kind,
    WarmupCosineLR.kind,
    OneCycle.kind,
    LRRangeTest.kind,
  ]

  /// The parameter after every scheduler's own: where a run that is resumed was.
  static let lastBatch = Parameters(
    Parameter(
      "last_batch_iteration", default: -1, in: .between(-1, 1e12),
      "The last step of a run that is resumed; -1 starts afresh.")
  ) { (step: Int) in step }
}
