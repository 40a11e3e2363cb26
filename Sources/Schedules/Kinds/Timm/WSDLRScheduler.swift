import Diagnostics

/// Rises, stays or sinks slowly, and falls to a lowest rate: warm-up, stable, decay.
///
/// lr(t) = m + (max(b·s, m) − m)·d with s the stable factor at t steps after the warm-up, and d the decay factor, 1 up to
/// the last decay_t steps of t_initial. Source: `timm.scheduler.WSDLRScheduler`; arXiv:2404.06395, arXiv:2405.18392.
struct WSDLRScheduler: TimmCurve {
  enum Stable: String, Choice { case constant, rsqrt, power }

  private let total: Double
  private let decayLength: Double
  private let lowest: Double
  private let stable: Stable
  private let givenTimescale: Double?
  private var timescale = 1.0
  private let stablePower: Double
  private let decay: TimmDecay
  private let decayPower: Double
  private let decayRatio: Double

  init(
    total: Double, decayLength: Double, lowest: Double, stable: Stable, timescale: Double?, stablePower: Double,
    decay: TimmDecay, decayPower: Double, decayRatio: Double
  ) throws(Diagnostic) {
    self.total = total
    self.decayLength = decayLength
    self.lowest = lowest
    self.stable = stable
    givenTimescale = timescale
    self.stablePower = stablePower
    self.decay = decay
    self.decayPower = decayPower
    self.decayRatio = decayRatio
    guard decayLength <= total else {
      throw Diagnostic(
        .value, "“decay_t” must be at most “t_initial”, \(Shown.number(total)), not \(Shown.number(decayLength))",
        of: "decay_t")
    }
  }

  static let kind = Kind(
    "WSDLRScheduler", short: "wsd", .timm,
    "Warm-up, a constant or slowly falling phase, then decay to lr_min over the last decay_t of t_initial.",
    formula: """
      lr(t) = m + (max(b * s, m) - m) * d    u = t - warmup_t steps after the warm-up, m = lr_min
      s = 1 (constant), (1 + u / stable_timescale)^-0.5 (rsqrt) or ^-stable_power (power)
      d = 1 before the decay, and with the part f of it over
          1 - f (linear), 1 - sqrt(f), (1 + cos(pi * f)) / 2, 1 - f^decay_power, (r^f - r) / (1 - r) with r = decay_ratio
      """,
    differs: """
      The warm-up is always a prefix, so the whole is warmup_t + t_initial long, where lr_min is reached and \
      held: one step past the last. decay_t counts back from there; transformers' warmup_stable_decay includes \
      the warm-up.
      """,
    source: "`timm.scheduler.WSDLRScheduler`, 1.0.31; arXiv:2404.06395, arXiv:2405.18392.",
    example: #"{"t_initial": 90, "decay_t": 20, "warmup_t": 10, "warmup_lr_init": 1e-4}"#
  ) {
    Declaration(
      timm: Parameter("t_initial", role: .length, in: .above(0), "Steps after the warm-up, the decay included."),
      Parameter("decay_t", role: .decay, in: .above(0), "Steps of the decay, the last of t_initial."),
      Parameter.lowestOfCycle,
      Parameter("stable_fn", default: Stable.constant, "What the rate does before the decay, and under it."),
      Parameter("stable_timescale", default: Double?.none, "How slowly it sinks. Default: warmup_t."),
      Parameter("stable_power", default: 0.5, in: .above(0), "The power of stable_fn power."),
      Parameter(
        "decay_fn", default: TimmDecay.named(.oneMinusSquareRoot),
        "Along what it falls, or \"lambda f: …\": the factor when the part f of the decay is over."),
      Parameter("decay_power", default: 0.5, in: .above(0), "The power of decay_fn power."),
      Parameter("decay_ratio", default: 0.1, in: .inside(0, 1), "How far decay_fn exp would go, unstretched."),
      sharing: TimmArguments.Selection(), make: WSDLRScheduler.init)
  }

  mutating func prepare(_ warmUp: TimmWarmUp) throws(Diagnostic) {
    guard stable != .constant else { return }
    timescale = givenTimescale ?? warmUp.length
    guard timescale > 0 else {
      throw Diagnostic(
        .value, "stable_fn “\(stable.rawValue)” needs a “stable_timescale” above 0, and has \(Shown.number(timescale))",
        hint: "it is warmup_t unless given")
    }
  }

  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    let sinking = max(base * (try stableFactor(at: step)), lowest)
    let decayed = step - (total - decayLength)
    if decayed <= 0 { return sinking }
    let factor = try decay.factor(min(decayed / decayLength, 1), power: decayPower, ratio: decayRatio)
    return lowest + (sinking - lowest) * factor
  }

  private func stableFactor(at step: Double) throws(Diagnostic) -> Double {
    switch stable {
    case .constant: 1
    case .rsqrt: try Python.power(1 + step / timescale, -0.5)
    case .power: try Python.power(1 + step / timescale, -stablePower)
    }
  }

  var length: Double? { total }

  func beginnings(from start: Double) -> [Phase.Beginning] {
    [
      (start, stable == .constant ? .jumps : .moves, "stable"), (start + total - decayLength, .moves, "decay"),
      (start + total, .jumps, "lr_min"),
    ]
  }
}
