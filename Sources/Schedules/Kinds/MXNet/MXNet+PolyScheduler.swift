import Diagnostics

extension MXNet {
  /// Falls along a power of what is left, to a last rate.
  struct PolyScheduler: Rule {
    private let falling: Falling
    private let power: Double

    static let kind = Kind(
      "PolyScheduler", short: "poly", .mxnet, "Falls along a power of what is left, to final_lr.",
      formula:
        "lr = final_lr + (base − final_lr)·(1 − (t − W)/(max_update − W))^pwr up to max_update, W = warmup_steps",
      differs: "max_update includes the warm-up, and the peak is at t = W; then held. The power is 2 unless given.",
      source: "mxnet.lr_scheduler.PolyScheduler, 1.9.1",
      example: #"{"max_update": 100, "warmup_steps": 10}"#
    ) {
      Declaration(
        Parameter("pwr", default: 2, "The power; 1 is a straight line."), and: Falling.parameters
      ) { (falling, power) throws(Diagnostic) in Ruled(PolyScheduler(falling: falling, power: power)) }
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try falling.warmup.check(optimizer) }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      try falling.rate(at: step, base: base) { (passed) throws(Diagnostic) in
        try Python.power(1 - passed / falling.steps, power)
      }
    }

    var length: Double? { Double(falling.maxUpdate) }
    var phases: [Phase] { falling.phases }
  }
}
