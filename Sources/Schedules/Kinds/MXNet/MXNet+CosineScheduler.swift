import Diagnostics
import Text

extension MXNet {
  /// Falls along half a cosine to a last rate.
  struct CosineScheduler: Rule {
    private let falling: Falling

    static let kind = Kind(
      "CosineScheduler", short: "cosine", .mxnet, "Falls along a half cosine to final_lr.",
      formula:
        "lr = final_lr + (base − final_lr)·(1 + cos π(t − W)/(max_update − W))/2 up to max_update, W = warmup_steps",
      differs: "max_update includes the warm-up, and the peak is at t = W. Held in the end, where torch's climbs back.",
      source: "mxnet.lr_scheduler.CosineScheduler, 1.9.1",
      example: #"{"max_update": 100, "warmup_steps": 10}"#
    ) {
      Declaration(and: Falling.parameters) { (falling: Falling) throws(Diagnostic) in
        Ruled(CosineScheduler(falling: falling))
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try falling.warmup.check(optimizer) }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      try falling.rate(at: step, base: base) { (passed) throws(Diagnostic) in
        (1 + Libm.cos(.pi * passed / falling.steps)) / 2
      }
    }

    var length: Double? { Double(falling.maxUpdate) }
    var phases: [Phase] { falling.phases }
  }
}
