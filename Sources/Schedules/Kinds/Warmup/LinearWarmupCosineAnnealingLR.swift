import Diagnostics
import Text

/// Rises along a line to the base rate and falls along half a cosine, each step from the rate before it.
///
/// The rise adds (b − start)/(W − 1), so that it is over at W − 1, and the base rate is there twice; then torch's recursion
/// for a cosine of M − W steps. Source: `pl_bolts.optimizers.lr_scheduler.LinearWarmupCosineAnnealingLR`, 0.7.
struct LinearWarmupCosineAnnealingLR: Recurrence {
  private var warmup: Double
  private var end: Double
  private var start: Double
  private var floor: Double

  private init(warmup: Int, end: Int, start: Double, floor: Double) throws(Diagnostic) {
    self.warmup = Double(warmup)
    self.end = Double(end)
    self.start = start
    self.floor = floor
    if warmup == end {
      throw Diagnostic(
        .value, "“max_epochs” includes the warm-up, and must not be the same as “warmup_epochs”", of: "max_epochs")
    }
  }

  static let kind = Kind(
    "LinearWarmupCosineAnnealingLR", short: "bolts", .warmup,
    "Linear warm-up, then cosine decay to eta_min (lightning-bolts).",
    formula: """
      lr(t) = start + t·(b − start)/(W − 1)                      t < W = warmup_epochs
      lr(t) = eta_min + (b − eta_min)·(1 + cos π(t − W)/(M − W))/2    M = max_epochs, step by step as torch's
      """,
    differs: "max_epochs includes the warm-up. The peak is at W − 1 and again at W; the last epoch is one short of "
      + "eta_min, and after it the rate climbs back.",
    source:
      "`pl_bolts.optimizers.lr_scheduler.LinearWarmupCosineAnnealingLR`, 0.7; also in copies of many vision projects.",
    example: #"{"warmup_epochs": 10, "max_epochs": 100}"#
  ) {
    Declaration(
      recurrence: Parameter<Int>("warmup_epochs", role: .warmup, in: .between(0, 1e9), "Epochs of the warm-up."),
      Parameter<Int>("max_epochs", role: .length, in: .between(1, 1e9), "Epochs of the whole, the warm-up included."),
      Parameter("warmup_start_lr", role: .start, default: 0.0, "The first rate."),
      Parameter("eta_min", role: .floor, default: 0.0, "The rate that the cosine falls to."),
      make: LinearWarmupCosineAnnealingLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("warmup_epochs", &warmup)
    try visitor.visit("max_epochs", &end)
    try visitor.visit("warmup_start_lr", &start)
    try visitor.visit("eta_min", &floor)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let epoch = Double(moment.epoch)
    if epoch == 0 { return start }
    if epoch < warmup { return rate + (base - start) / (warmup - 1) }
    if epoch == warmup { return base }
    let span = end - warmup
    if try Python.remainder(epoch - 1 - end, 2 * span) == 0 {
      return rate + (base - floor) * (1 - Libm.cos(.pi / span)) / 2
    }
    let wave = 1 + Libm.cos(.pi * (epoch - warmup) / span)
    let before = 1 + Libm.cos(.pi * (epoch - warmup - 1) / span)
    return try Python.quotient(wave, before, "1 + cos at the epoch before") * (rate - floor) + floor
  }

  var length: Double? { end }
}
