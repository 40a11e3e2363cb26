import Diagnostics

extension MXNet {
  /// The warm-up that every scheduler of MXNet has, and the rate behind it.
  struct Warmup: Sendable {
    private enum Mode: String, Choice { case linear, constant }

    private let baseLR: Double?
    let steps: Int
    private let beginLR: Double
    private let mode: Mode

    private init(baseLR: Double?, steps: Int, beginLR: Double, mode: Mode) {
      self.baseLR = baseLR
      self.steps = steps
      self.beginLR = beginLR
      self.mode = mode
    }

    static let parameters = Parameters(
      Parameter<Double?>("base_lr", default: nil, "The rate behind the warm-up; null: each group's own."),
      Parameter("warmup_steps", default: 0, in: .between(0, 1e12), "Updates of the warm-up."),
      Parameter("warmup_begin_lr", default: 0, "The rate that the warm-up begins with."),
      Parameter("warmup_mode", default: Mode.linear, "Whether the rate rises in the warm-up, or waits."),
      make: Warmup.init)

    /// The rate behind the warm-up.
    func peak(_ base: Double) -> Double { baseLR ?? base }

    /// Refuses a warm-up that would fall.
    func check(_ optimizer: Optimizer) throws(Diagnostic) {
      for group in optimizer.groups where beginLR > peak(group.initialLR ?? group.lr) {
        throw Diagnostic(
          .value, "“warmup_begin_lr”, \(beginLR), must not be greater than the base rate", of: "warmup_begin_lr")
      }
    }

    /// The rate of an update, or `nil` behind the warm-up.
    func rate(at update: Int, base: Double) -> Double? {
      guard update < steps else { return nil }
      if mode == .constant { return beginLR }
      return beginLR + (peak(base) - beginLR) * Double(update) / Double(steps)
    }

    /// The warm-up, what follows it, and what is held from `end` on.
    func phases(_ label: String, _ motion: Motion = .moves, end: Double? = nil) -> [Phase] {
      var stretches = Stretches()
      if steps > 0 { stretches.begin("warm-up", at: 0, mode == .constant ? .jumps : .moves) }
      stretches.begin(label, at: Double(steps), motion)
      if let end { stretches.begin("end", at: end, .jumps) }
      return stretches.phases
    }
  }
}
