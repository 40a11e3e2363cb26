import Diagnostics
import Text

/// Rises linearly to a peak and falls along half a cosine wave, again and again, each cycle longer and lower.
///
/// With s steps of a cycle of L passed, lr = min + (max − min)·s/W up to W, then
/// min + (max − min)·(1 + cos π(s − W)/(L − W))/2; the next cycle has ⌊(L − W)·cycle_mult⌋ + W steps, and γ times the
/// peak. The base rates of the optimizer are ignored.
/// Source: `cosine_annealing_warmup.CosineAnnealingWarmupRestarts` by Naoki Katsura; SGDR, arXiv:1608.03983.
struct CosineAnnealingWarmupRestarts: Clocked {
  private let first: Double
  private let growth: Double
  private let peak: Double
  private let floor: Double
  private let warmup: Double
  private let gamma: Double
  var clock = Clock()
  /// Steps into the cycle, its length, and how many cycles came before it.
  private var position = 0.0
  private var cycle = 0.0
  private var cycles = 0.0

  init(first: Double, growth: Double, peak: Double, floor: Double, warmup: Double, gamma: Double) throws(Diagnostic) {
    self.first = first
    self.growth = growth
    self.peak = peak
    self.floor = floor
    self.warmup = warmup
    self.gamma = gamma
    if warmup >= first {
      throw Diagnostic(
        .value, "“warmup_steps” must be less than “first_cycle_steps”, not \(Shown.number(warmup))",
        of: "warmup_steps")
    }
  }

  static let kind = Kind(
    "CosineAnnealingWarmupRestarts", short: "warmup-restarts", .warmup,
    "Cycles of linear warm-up and cosine decay, each longer and lower than the one before.",
    formula: """
      lr = min_lr + (max − min_lr)·s/warmup_steps in step s of a cycle up to warmup_steps, then
           min_lr + (max − min_lr)·(1 + cos π(s − warmup_steps)/(L − warmup_steps))/2
      """,
    differs: """
      The peak is at warmup_steps of each cycle of L, whose last value is one step short of min_lr. \
      first_cycle_steps includes the warm-up; cycle_mult lengthens the rest. The very first value is min_lr even without a warm-up.
      """,
    source:
      "`CosineAnnealingWarmupRestarts` of katsura-jp/pytorch-cosine-annealing-with-warmup, stepped without epoch.",
    example: #"{"first_cycle_steps": 30, "cycle_mult": 1.5, "warmup_steps": 5, "gamma": 0.5}"#
  ) {
    Declaration(
      clocked: Parameter("first_cycle_steps", role: .cycle, "Steps of the first cycle, its warm-up included."),
      Parameter("cycle_mult", default: 1, "The length of each decay, as a multiple of the one before."),
      Parameter("max_lr", role: .peak, default: 0.1, "The peak of the first cycle."),
      Parameter("min_lr", role: .floor, default: 0.001, "The rate at which each cycle starts, and to which it falls."),
      Parameter("warmup_steps", role: .warmup, default: 0, "Steps up to the peak, in every cycle."),
      Parameter("gamma", default: 1, "The height of each peak, as a fraction of the one before."),
      make: CosineAnnealingWarmupRestarts.init)
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    position = Double(clock.resumesAfter)
    cycle = first
    cycles = 0
  }

  mutating func finishStart(_ optimizer: inout Optimizer) {
    clock.bases = optimizer.groups.map { _ in floor }
    for index in optimizer.groups.indices { optimizer.groups[index].lr = floor }
  }

  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) { try step(&optimizer, metric: nil) }

  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    clock.epoch += 1
    position += 1
    if position >= cycle {
      cycles += 1
      position -= cycle
      cycle = ((cycle - warmup) * growth).rounded(.towardZero) + warmup
      guard cycle.isFinite else { throw Diagnostic(.run, "the next cycle is longer than any number") }
    }
    try write(to: &optimizer, isInitial: false)
  }

  func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    let top = peak * (try Python.power(gamma, cycles))
    for (index, base) in clock.bases.enumerated() {
      optimizer.groups[index].lr = try rate(from: base, to: top)
    }
  }

  private func rate(from base: Double, to top: Double) throws(Diagnostic) -> Double {
    if position == -1 { return base }
    if position < warmup { return (top - base) * position / warmup + base }
    let angle = try Python.quotient(.pi * (position - warmup), cycle - warmup, "the length of a cycle’s decay")
    return base + (top - base) * (1 + Libm.cos(angle)) / 2
  }

  /// Three cycles, so that what changes from one to the next is seen.
  var length: Double? {
    let second = ((first - warmup) * growth).rounded(.towardZero) + warmup
    let third = ((second - warmup) * growth).rounded(.towardZero) + warmup
    return second > 0 && third > 0 ? first + second + third : nil
  }

  /// The cycles that begin within a long run; more than fifty no picture can name.
  var phases: [Phase] {
    var phases: [Phase] = []
    var (start, length) = (0.0, first)
    while phases.count < 100, start < 10_000_000, length > 0 {
      guard let step = Int(exactly: start.rounded(.up)) else { break }
      let number = phases.count / 2 + 1
      if warmup > 0 { phases.append(Phase(start: step, motion: .moves, label: "warm-up \(number)")) }
      if let top = Int(exactly: (start + max(0, warmup)).rounded(.up)) {
        phases.append(Phase(start: top, motion: .moves, label: "cycle \(number)"))
      }
      start += length
      length = ((length - warmup) * growth).rounded(.towardZero) + warmup
    }
    return phases
  }
}
