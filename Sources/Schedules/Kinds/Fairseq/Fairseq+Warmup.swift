extension Fairseq {
  /// fairseq's linear warm-up: `init + u·(peak − init)/W`.
  struct Warmup: Sendable {
    /// W.
    let updates: Int
    private let initLR: Double

    init(updates: Int, initLR: Double) {
      self.updates = updates
      self.initLR = initLR
    }

    static func parameters(updates: Int = 0) -> Parameters<Warmup> {
      Parameters(
        Parameter("warmup_updates", default: updates, in: .between(-1e12, 1e12), "Updates of the linear warm-up."),
        Parameter("warmup_init_lr", default: -1, "The rate of update 0, if it warms up; below 0: the kind's own."),
        make: Warmup.init)
    }

    /// The rate of update 0, or `standard` where none is given.
    func start(or standard: Double) -> Double { initLR < 0 ? standard : initLR }

    /// The rate of an update on the way to the peak.
    func rate(at update: Int, from start: Double, to peak: Double) -> Double {
      start + Double(update) * ((peak - start) / Double(updates))
    }

    /// Notes the warm-up, and what comes behind it.
    func phases(then label: String, _ motion: Motion = .moves) -> [Phase] {
      var stretches = Stretches()
      note(in: &stretches)
      stretches.begin(label, at: Double(updates), motion)
      return stretches.phases
    }

    func note(in stretches: inout Stretches) {
      if updates > 0 { stretches.begin("warm-up", at: 0) }
    }
  }
}
