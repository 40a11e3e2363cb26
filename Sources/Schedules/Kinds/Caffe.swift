import Diagnostics
import Text

extension Family {
  static let caffe = Family(name: "caffe", title: "Caffe", interval: .step) { Caffe.kinds }
}

/// The policies of Caffe, with the fields of a `solver.prototxt`: `SGDSolver::GetLearningRate` of BVLC/caffe, 9b89154.
///
/// Row t is the rate of iteration t, 0 in the first. `base_lr` is the optimizer's rate, of each group. Caffe takes 0 for a
/// field that is missing, with which nothing would be learned, so the fields of a policy must be given. It computes in
/// single precision; this is the same in double.
enum Caffe {
  static let kinds: [Kind] = [
    policy("fixed", "Constant at the base rate.", "lr(t) = b", "As no scheduler at all.", #"{"max_iter": 50}"#) {
      declaration { _ in Law(.jumps) { _, base in base } }
    },
    policy(
      "step", "Multiplies the rate by gamma every stepsize iterations.", "lr(t) = b·gamma^⌊t/stepsize⌋",
      "As torch's StepLR, by the power and not step by step.", #"{"gamma": 0.1, "stepsize": 20, "max_iter": 60}"#
    ) {
      declaration(
        gamma("The factor of each drop.", role: .factor), stepsize(.period, "Iterations between drops.")
      ) {
        _, gamma, size in
        Law(length: 5 * Double(size), .jumps) { t, base in base * Libm.pow(gamma, Double(t / size)) }
      }
    },
    policy(
      "exp", "Exponential decay by gamma per iteration.", "lr(t) = b·gamma^t",
      "As torch's ExponentialLR, by the power and not step by step.", #"{"gamma": 0.95, "max_iter": 60}"#
    ) {
      declaration(gamma("The factor of each iteration.", role: .factor)) { _, gamma in
        Law { t, base in base * Libm.pow(gamma, Double(t)) }
      }
    },
    policy(
      "inv", "Decay with an inverse power of the iteration.", "lr(t) = b·(1 + gamma·t)^(−power)",
      "With power 1 an inverse time decay; LeNet on MNIST had 0.75. It never reaches zero.",
      #"{"gamma": 0.05, "power": 0.75, "max_iter": 100}"#
    ) {
      declaration(gamma("How fast it falls."), Parameter<Double>("power", "The power of the fall.")) {
        _, gamma, power in
        Law { t, base in base * Libm.pow(1 + gamma * Double(t), -power) }
      }
    },
    policy(
      "multistep", "Multiplies the rate by gamma at each stepvalue.", "lr(t) = b·gammaⁿ, n the number of stepvalue ≤ t",
      """
      As torch's MultiStepLR while the values increase. Of equal ones, or of one that comes too early in the list, the \
      second waits for an iteration, where torch multiplies twice at once.
      """, #"{"gamma": 0.1, "stepvalue": [30, 50], "max_iter": 60}"#
    ) {
      declaration(
        gamma("The factor of each drop.", role: .factor),
        Parameter<[Int]>(
          "stepvalue", role: .milestones, in: .between(-1e12, 1e12), "The iterations at which it drops, in order.")
      ) { _, gamma, values in
        // Drops come one an iteration: one that is due with another, or before it, waits.
        let drops = values.reduce(into: [Double]()) { $0.append(max(Double($1), $0.last.map { $0 + 1 } ?? 0)) }
        let steps = ([0] + drops).enumerated().map { ($1, Motion.jumps, "step \($0 + 1)") }
        // Half as long again as the last drop, so that the last phase is seen.
        return Law(
          length: drops.last.map { max(1, (1.5 * $0).rounded(.up)) }, .jumps, phases: Phase.named(steps)
        ) { t, base in base * Libm.pow(gamma, Double(Python.bisect(drops, Double(t)))) }
      }
    },
    policy(
      "poly", "Polynomial decay to zero.", "lr(t) = b·(1 − t/max_iter)^power",
      """
      The last iteration, max_iter − 1, is one short of zero. Behind max_iter torch's PolynomialLR holds zero; here the \
      formula goes on, and fails with most powers.
      """, #"{"power": 0.9, "max_iter": 60}"#
    ) {
      declaration(Parameter<Double>("power", "The power of the fall; 1 is linear.")) { total, power in
        Law { t, base throws(Diagnostic) in
          guard let total else { throw Diagnostic(.param, "“max_iter” is not given, and no run gives it") }
          return base * Libm.pow(1 - Double(t) / Double(total), power)
        }
      }
    },
    policy(
      "sigmoid", "Sigmoid rise with its middle at stepsize.", "lr(t) = b/(1 + e^(−gamma·(t − stepsize)))",
      "It rises, though Caffe calls it a decay, for gamma must not be negative; Darknet's falls.",
      #"{"gamma": 0.15, "stepsize": 30, "max_iter": 60}"#
    ) {
      declaration(gamma("How steep it is."), stepsize(nil, "The iteration of half the rate.")) { _, gamma, size in
        Law(length: 2 * Double(size)) { t, base in base * (1 / (1 + Libm.exp(-gamma * (Double(t) - Double(size))))) }
      }
    },
  ]

  private static func policy(
    _ name: String, _ summary: String, _ formula: String, _ differs: String, _ example: String,
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, .caffe, summary, formula: formula, differs: differs,
      source: "lr_policy: \"\(name)\" of BVLC/caffe, 9b89154", example: example, declare: declare)
  }

  private static func gamma(_ help: String, role: Role? = nil) -> Parameter<Double> {
    Parameter("gamma", role: role, in: .atLeast(0), help)
  }

  private static func stepsize(_ role: Role?, _ help: String) -> Parameter<Int> {
    Parameter("stepsize", role: role, in: .between(1, 1e12), help)
  }

  /// A policy's own fields and, after them, `max_iter`, which is the run's unless given.
  @_semantics("optimize.sil.specialize.generic.never")
  private static func declaration<each V: ParameterValue>(
    _ parameter: repeat Parameter<each V>,
    law: @escaping @Sendable (_ total: Int?, repeat each V) throws(Diagnostic) -> Law
  ) -> Declaration {
    let maxIter = Parameters(
      Parameter<Int?>(
        "max_iter", role: .length, default: nil, in: .between(1, 1e12),
        "Iterations of the training; the run's if null.")
    ) { (count: Int?) in count }
    return Declaration(repeat each parameter, and: maxIter) { (given, values: repeat each V) throws(Diagnostic) in
      try LawScheduler { (context) throws(Diagnostic) in
        var law = try law(given ?? context.run.map { max(1, $0.count) }, repeat each values)
        law.length = given.map(Double.init) ?? law.length
        return law
      }
    }
  }
}
