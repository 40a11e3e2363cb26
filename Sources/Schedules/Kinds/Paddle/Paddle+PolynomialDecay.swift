import Diagnostics

extension Paddle {
  /// Falls along a power of what is left, once or in ever longer and lower teeth.
  struct PolynomialDecay: Rule {
    private let steps: Int
    private let end: Double
    private let power: Double
    private let isCyclic: Bool

    static let kind = Kind(
      "PolynomialDecay", short: "polynomial", .paddle,
      "Polynomial decay, once or in ever longer cycles.",
      formula: """
        lr(t) = end_lr + (learning_rate − end_lr)·(1 − min(t, N)/N)^power, N = decay_steps; with cycle
        N = decay_steps·⌈t/decay_steps⌉ and t as it is
        """,
      differs: "torch's PolynomialLR ends at 0. Held at the end; with cycle as Keras's: each tooth starts lower.",
      source: "paddle.optimizer.lr.PolynomialDecay, 3.3.1",
      example: #"{"decay_steps": 50, "end_lr": 0.001, "power": 0.9}"#
    ) {
      Declaration(
        Parameter("decay_steps", role: .length, in: .between(1, 1e12), "Steps until the last rate."),
        Parameter("end_lr", role: .floor, default: 0.0001, "The last rate."),
        Parameter("power", default: 1, in: .above(0), "The power; 1 is linear."),
        Parameter("cycle", default: false, "Whether it rises again after the end."), and: start()
      ) { (start, steps, end, power, isCyclic) throws(Diagnostic) in
        RuleScheduler(PolynomialDecay(steps: steps, end: end, power: power, isCyclic: isCyclic), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      let cycles = isCyclic && epoch > 0 ? (Double(epoch) / Double(steps)).rounded(.up) : 1
      let length = Double(steps) * cycles
      let passed = isCyclic ? Double(epoch) : Double(min(epoch, steps))
      return (base - end) * (try Python.power(1 - passed / length, power)) + end
    }

    var length: Double? { Double(steps) * (isCyclic ? 3 : 1) }
  }
}
