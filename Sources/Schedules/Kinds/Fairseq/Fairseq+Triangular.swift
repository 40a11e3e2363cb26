import Diagnostics

extension Fairseq {
  /// Goes up and down in triangles, each lower than the one before.
  struct Triangular: Rule {
    private let maxLR: Double
    private let half: Double
    private let shrink: Double
    private let shrinksMin: Bool

    private init(maxLR: Double, period: Double, shrink: Double, shrinksMin: Bool) throws(Diagnostic) {
      self.maxLR = maxLR
      half = (period / 2).rounded(.down)
      self.shrink = shrink
      self.shrinksMin = shrinksMin
      if half == 0 {
        throw Diagnostic(
          .value, "“lr_period_updates” must be at least 2, not \(Shown.number(period))", of: "lr_period_updates")
      }
    }

    static let kind = Kind(
      "triangular", .fairseq, "Goes up and down in triangles, each lower than the one before.",
      formula: """
        lr = b + (max_lr·s − b)·max(0, 1 − x), s = lr_shrink^c, x = |u/h − 2(c + 1) + 1|, c = ⌊u/2h⌋,
        h = ⌊lr_period_updates/2⌋; with shrink_min b·s in place of b
        """,
      differs: """
        lr_shrink is 0.1 unless given, so each triangle has a tenth of the height, where torch's CyclicLR keeps it. \
        The optimizer's rate is the lowest.
        """,
      source: "fairseq.optim.lr_scheduler.triangular_lr_scheduler.TriangularLRSchedule, 0.12.2",
      example: #"{"max_lr": 1, "lr_period_updates": 20, "lr_shrink": 0.5}"#
    ) {
      Declaration(
        rule: Parameter("max_lr", "The peak of the first triangle."),
        Parameter("lr_period_updates", default: 5000, in: .between(-1e12, 1e12), "Updates of a triangle."),
        Parameter("lr_shrink", default: 0.1, "How high each triangle is, as a part of the one before."),
        Parameter("shrink_min", default: false, "Whether the lowest rate shrinks, too."),
        make: Triangular.init)
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      for group in optimizer.groups where maxLR <= (group.initialLR ?? group.lr) {
        throw Diagnostic(
          .value, "“max_lr” must be greater than the rate, \(Shown.number(group.initialLR ?? group.lr))", of: "max_lr")
      }
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      let update = Double(step)
      let cycle = (update / (2 * half)).rounded(.down)
      let scale = try Python.power(shrink, cycle)
      let low = shrinksMin ? base * scale : base
      let x = abs(update / half - 2 * (cycle + 1) + 1)
      return low + (maxLR * scale - low) * max(0, 1 - x)
    }

    var length: Double? { max(1, 6 * half) }
    var phases: [Phase] {
      var stretches = Stretches()
      if half >= 1 {
        Cycles(first: 2 * half, growth: 1).note(in: &stretches, from: 0, count: .infinity)
      }
      return stretches.phases
    }
  }
}
