import Diagnostics
import Text

extension Keras {
  /// Goes from one rate to another along a power of what is left, once or in cycles that become longer and lower.
  ///
  /// lr(t) = (init − end)·(1 − t/D)ᴾ + end, with t at most D = N; in cycles D = N·⌈t/N⌉, the end of the cycle counted from
  /// the very beginning. Source: `keras.optimizers.schedules.PolynomialDecay`, 3.15.
  struct PolynomialDecay: AbsoluteRule {
    let initial: Double
    let steps: Double
    let end: Double
    let power: Double
    let isCycled: Bool

    static let kind = Kind(
      "PolynomialDecay", short: "polynomial", .keras,
      "Goes from one rate to another along a power of what is left, once or in cycles.",
      formula: """
        lr(t) = (initial_learning_rate − end_learning_rate)·(1 − t/D)^power + end_learning_rate
        D = decay_steps and t at most D; with cycle D = decay_steps·⌈t/decay_steps⌉
        """,
      differs: """
        Reaches end_learning_rate at decay_steps and holds it; torch’s PolynomialLR falls to zero. With cycle it jumps up \
        again after each multiple of decay_steps, less high each time.
        """,
      source: "`keras.optimizers.schedules.PolynomialDecay`, 3.15.",
      example: #"{"initial_learning_rate": 0.1, "decay_steps": 90, "end_learning_rate": 0.001, "power": 2.0}"#
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The first rate."),
        Parameter("decay_steps", in: .above(0), "Steps from the first rate to the last."),
        Parameter("end_learning_rate", default: 0.0001, "The last rate."),
        Parameter("power", default: 1, "The power; 1 is a straight line."),
        Parameter("cycle", default: false, "Whether the rate jumps up and falls again, more slowly each time."),
        Keras.name("PolynomialDecay"),
        make: { initial, steps, end, power, isCycled, _ in
          PolynomialDecay(initial: initial, steps: steps, end: end, power: power, isCycled: isCycled)
        })
    }

    func value(at count: Double) -> Double {
      let whole = isCycled ? steps * (count == 0 ? 1 : (count / steps).rounded(.up)) : steps
      let passed = isCycled ? count : min(count, steps)
      return (initial - end) * Libm.pow(1 - passed / whole, power) + end
    }

    var length: Double? { steps }

    var phases: [Phase] {
      if !isCycled { return Phase.stretches([(0, "decay"), (steps, "hold")]) }
      return Phase.stretches((0..<100).map { ($0 == 0 ? 0 : Double($0) * steps + 1, "cycle \($0 + 1)") })
    }
  }
}
