import Diagnostics
import Text

extension Fairseq {
  /// Warms up, holds, and decays exponentially to a part of the rate.
  struct TriStage: Rule {
    /// How long the stages are.
    private enum Lengths: Sendable {
      case steps(warmup: Double, hold: Double, decay: Double)
      case ratio([Double])
    }

    private let lengths: Lengths
    private let initScale: Double
    private let finalScale: Double
    private var maxUpdate: Double?

    private init(
      warmup: Int, hold: Int, decay: Int, ratio: [Double]?, initScale: Double, finalScale: Double, maxUpdate: Double?
    ) throws(Diagnostic) {
      if let ratio, ratio.count != 3 || ratio[0] + ratio[1] + ratio[2] != 1 {
        throw Diagnostic(.value, "“phase_ratio” is three numbers that add up to 1", of: "phase_ratio")
      }
      lengths =
        ratio.map(Lengths.ratio)
        ?? .steps(warmup: Double(warmup), hold: Double(hold), decay: Double(decay))
      self.initScale = initScale
      self.finalScale = finalScale
      self.maxUpdate = maxUpdate
    }

    static let kind = Kind(
      "tri_stage", .fairseq, "Warms up, holds, and decays exponentially to a part of the rate.",
      formula: """
        lr = b·i + u·(b − b·i)/W up to W = warmup_steps, b for hold_steps, then b·exp(ln f·k/decay_steps) in update k of the
        decay, and b·f after it; i = init_lr_scale, f = final_lr_scale
        """,
      differs: """
        The decay is exponential and includes its last update. With phase_ratio the stages are parts of max_update. \
        Held in the end.
        """,
      source: "fairseq.optim.lr_scheduler.tri_stage_lr_scheduler.TriStageLRSchedule, 0.12.2; arXiv:1904.08779",
      example: #"{"warmup_steps": 10, "hold_steps": 40, "decay_steps": 50}"#
    ) {
      let steps = Bounds.between(-1e12, 1e12)
      return Declaration(
        rule: Parameter("warmup_steps", default: 0, in: steps, "Updates of the warm-up."),
        Parameter("hold_steps", default: 0, in: steps, "Updates at the peak."),
        Parameter("decay_steps", default: 0, in: steps, "Updates of the decay."),
        Parameter<[Double]?>("phase_ratio", default: nil, "In their place: what part of max_update each stage takes."),
        Parameter("init_lr_scale", default: 0.01, "The rate of update 0, as a part of the peak."),
        Parameter("final_lr_scale", default: 0.01, in: .above(0), "The rate in the end, as a part of the peak."),
        Parameter<Double?>("max_update", default: nil, in: steps, "Updates of the training; the run's if null."),
        make: TriStage.init)
    }

    mutating func adopt(_ run: RunLength) { maxUpdate = maxUpdate ?? Double(run.count) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      if case .ratio = lengths, (maxUpdate ?? 0) <= 0 {
        throw Diagnostic(.param, "“phase_ratio” needs “max_update”")
      }
      let (warmup, hold, decay) = stages
      guard warmup + hold + decay > 0 else { throw Diagnostic(.param, "“phase_ratio” or steps must be given") }
      if decay == 0 { throw Diagnostic(.value, "division by zero: “decay_steps” is 0") }
    }

    private var stages: (warmup: Double, hold: Double, decay: Double) {
      switch lengths {
      case .steps(let warmup, let hold, let decay): return (warmup, hold, decay)
      case .ratio(let ratio):
        let steps = ratio.map { ((maxUpdate ?? 0) * $0).rounded(.towardZero) }
        return (steps[0], steps[1], steps[2])
      }
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      let (warmup, hold, decay) = stages
      let (update, initial) = (Double(step), initScale * base)
      if update < warmup { return initial + (base - initial) / warmup * update }
      if update < warmup + hold { return base }
      let passed = update - (warmup + hold)
      guard passed <= decay else { return finalScale * base }
      return base * Libm.exp(-(-Libm.log(finalScale) / decay) * passed)
    }

    var length: Double? {
      guard case .steps(let warmup, let hold, let decay) = lengths else { return maxUpdate }
      return max(1, warmup + hold + decay + 1)
    }

    var phases: [Phase] {
      let (warmup, hold, decay) = stages
      var stretches = Stretches()
      if warmup > 0 { stretches.begin("warm-up", at: 0) }
      if hold > 0 { stretches.begin("hold", at: warmup, .jumps) }
      stretches.begin("decay", at: warmup + hold)
      stretches.begin("end", at: warmup + hold + decay + 1, .jumps)
      return stretches.phases
    }
  }
}
