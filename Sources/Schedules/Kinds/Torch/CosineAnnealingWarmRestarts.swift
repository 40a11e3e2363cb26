import Diagnostics
import Text

/// Falls along half a cosine wave to η_min again and again, each cycle T_mult times as long as the one before.
///
/// lr = η + (b − η)·(1 + cos πT_cur/T_i)/2. A cycle ends before η_min is reached: the next value is b again.
/// Source: `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`; SGDR, arXiv:1608.03983.
struct CosineAnnealingWarmRestarts: Clocked {
  private var first: Int
  private var growth: Int
  private var etaMin: Double
  var clock = Clock()
  /// Epochs into the cycle, and its length; doubles, because a length may grow beyond an Int.
  private var position = 0.0
  private var cycle = 0.0

  init(first: Int, growth: Int, etaMin: Double) {
    self.first = first
    self.growth = growth
    self.etaMin = etaMin
  }

  static let kind = Kind(
    "CosineAnnealingWarmRestarts", short: "warm-restarts", aliases: ["SGDR"], .torch,
    "Cosine decay to eta_min with warm restarts from the base rate (SGDR).",
    formula: "lr(t) = eta_min + (b − eta_min)·(1 + cos(πT_cur/T_i))/2, T_i = T_0·T_mult^cycle",
    differs: "eta_min itself is never given: the restart takes its place.",
    source: "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts, 2.15; arXiv:1608.03983",
    example: #"{"T_0": 10, "T_mult": 2}"#
  ) {
    Declaration(
      clocked: Parameter("T_0", role: .cycle, in: .atLeast(1), "Epochs of the first cycle."),
      Parameter("T_mult", default: 1, in: .atLeast(1), "The length of each cycle, as a multiple of the one before."),
      Parameter("eta_min", role: .floor, default: 0, "The rate that a cycle falls towards."),
      make: CosineAnnealingWarmRestarts.init)
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    position = Double(clock.resumesAfter)
    cycle = Double(first)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: true)
    try visitor.visit("T_0", &first)
    try visitor.visit("T_mult", &growth)
    try visitor.visit("eta_min", &etaMin)
    try visitor.visit("T_cur", &position, as: .count)
    try visitor.visit("T_i", &cycle, as: .count)
  }

  /// torch's class counts for itself: at the very beginning it jumps to epoch 0, wherever the cycle was.
  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try step(&optimizer, metric: nil)
  }

  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    if clock.epoch < 0 {
      clock.epoch = 0
      position = 0
      cycle = Double(first)
    } else {
      clock.epoch += 1
      position += 1
      if position >= cycle {
        position = try Python.remainder(position, cycle)
        cycle *= Double(growth)
      }
    }
    try write(to: &optimizer, isInitial: false)
  }

  func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    for (index, base) in clock.bases.enumerated() {
      optimizer.groups[index].lr = etaMin + (base - etaMin) * (1 + Libm.cos(.pi * position / cycle)) / 2
    }
  }

  /// The cycles that begin within a long run; a hundred are more than any picture can name.
  var phases: [Phase] {
    var phases: [Phase] = []
    var (start, length) = (0, first)
    while phases.count < 100, start < 10_000_000 {
      phases.append(Phase(start: start, motion: .moves, label: "cycle \(phases.count + 1)"))
      start += length
      let (next, overflow) = length.multipliedReportingOverflow(by: growth)
      guard !overflow, next < 1_000_000_000 else { break }
      length = next
    }
    return phases
  }

  var overwrites: Bool { true }
}
