import Diagnostics

extension Paddle {
  /// Goes up and down between two rates in triangles.
  struct CyclicLR: Rule {
    private enum Mode: String, CaseIterable {
      case triangular, triangular2
      case exponentialRange = "exp_range"
    }
    private enum ScaleMode: String, Choice { case cycle, iterations }

    private let low: Double
    private let amplitude: Double
    private let size: Double
    private let peak: Double
    private let mode: String
    private let gamma: Double
    private let function: Expression?
    private let isOfCycle: Bool

    private init(
      low: Double, high: Double, up: Int, down: Int?, mode: String, gamma: Double, function: Expression?,
      isOfCycle: Bool
    ) throws(Diagnostic) {
      self.low = low
      amplitude = high - low
      size = Double(up) + Double(down ?? up)
      peak = Double(up) / size
      self.mode = mode
      self.gamma = gamma
      self.function = function
      self.isOfCycle = isOfCycle
    }

    static let kind = Kind(
      "CyclicLR", short: "cyclic", .paddle, "Cycles between two rates in triangles.",
      formula: """
        lr = base + (max − base)·s·S with c = 1 + t // L, x = 1 + t/L − c, s = x/r up to the peak at r = up/L, then
        (1 − x)/(1 − r); S = 1, 1/2^(c − 1), exp_gammaᵗ or scale_fn
        """,
      differs: "torch's CyclicLR without momentum.",
      source: "paddle.optimizer.lr.CyclicLR, 3.3.1; arXiv:1506.01186",
      example: #"{"base_learning_rate": 0.001, "max_learning_rate": 0.1, "step_size_up": 10}"#
    ) {
      let steps = Bounds.between(1, 1e12)
      return Declaration(
        Parameter("base_learning_rate", role: .floor, in: .atLeast(0), "The lowest rate."),
        Parameter("max_learning_rate", role: .peak, in: .atLeast(0), "The highest rate of the first cycle."),
        Parameter("step_size_up", role: .cycle, in: steps, "Steps up to the peak."),
        Parameter<Int?>("step_size_down", default: nil, in: steps, "Steps down from it; as many as up if null."),
        Parameter("mode", default: "triangular", "triangular, triangular2 or exp_range."),
        Parameter("exp_gamma", default: PythonFloat(value: 1), "The base of exp_range."),
        Parameter<Expression?>("scale_fn", default: nil, "A function of the cycle (from 1) or the step."),
        Parameter("scale_mode", default: ScaleMode.cycle, "What scale_fn is a function of."), and: resumption
      ) { (start, low, high, up, down, mode, gamma, function, scaleMode) throws(Diagnostic) in
        RuleScheduler(
          try CyclicLR(
            low: low, high: high, up: up, down: down, mode: mode, gamma: gamma.value, function: function,
            isOfCycle: scaleMode == .cycle), start)
      }.requiring(.word("mode", of: Mode.allCases.map(\.rawValue), unless: "scale_fn"))
    }

    func base(_ rate: Double) throws(Diagnostic) -> Double { low }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      let cycle = 1 + (try Python.floorQuotient(Double(epoch), size))
      let x = 1 + Double(epoch) / size - cycle
      let height = x <= peak ? x / peak : (1 - x) / (1 - peak)
      return base + amplitude * height * (try scale(cycle: cycle, epoch: epoch))
    }

    private func scale(cycle: Double, epoch: Int) throws(Diagnostic) -> Double {
      if let function { return try function.value(at: isOfCycle ? cycle : Double(epoch)) }
      switch Mode(rawValue: mode) {
      case .triangular2: return 1 / (try Python.power(2, cycle - 1))
      case .exponentialRange: return try Python.power(gamma, Double(epoch))
      default: return 1
      }
    }

    /// Three cycles.
    var length: Double? { 3 * size }
    var phases: [Phase] { Phase.named(Cycles(first: size, growth: 1).beginnings(from: 0)) }
  }
}
