import Diagnostics
import Text

extension Family {
  static let darknet = Family(name: "darknet", title: "Darknet", interval: .step) { Darknet.kinds }
}

/// The policies of Darknet, with the options of a configuration's `[net]` section: `get_current_rate` of
/// AlexeyAB/darknet, 59596d7.
///
/// `random` is left out, because what it draws cannot be known. Row t is the rate of batch t, though the first update that
/// Darknet does counts as batch 1. Darknet computes in single precision; this is the same in double.
enum Darknet {
  static let kinds: [Kind] = [
    Kind(
      "constant", .darknet, "Burn-in warm-up, then constant at the base rate.",
      formula: "lr(i) = b·(i/burn_in)^power for i < burn_in, then b",
      differs: """
        The warm-up begins at 0 and rises along a fourth power unless power says otherwise. Row t is Darknet's batch t; its \
        first update is batch 1.
        """,
      source: source("constant"),
      example: #"{"burn_in": 20, "max_batches": 60}"#
    ) {
      declaration { net in
        Law(.jumps, phases: net.phases([(net.start, .jumps, "constant")])) { _, base in base }
      }
    },
    Kind(
      "step", .darknet, "Burn-in warm-up, then drops by scale every step batches.",
      formula: "lr(i) = b·scale^⌊i/step⌋; before it the burn-in, a warm-up",
      differs:
        "As torch's StepLR, but drops during the burn-in are counted and show after it. The defaults change nothing.",
      source: source("step"),
      example: #"{"step": 20, "scale": 0.1, "burn_in": 5, "max_batches": 60}"#
    ) {
      declaration(
        Parameter("step", role: .period, default: 1, in: .between(1, 1e12), "Batches between drops."),
        Parameter("scale", role: .factor, default: 1.0, "The factor of each drop.")
      ) { net, step, scale in
        Law(length: 5 * Double(step), .jumps, phases: net.phases([(net.start, .jumps, "steps")])) {
          batch, base in base * Libm.pow(scale, Double(batch / step))
        }
      }
    },
    Kind(
      "steps", .darknet, "Burn-in warm-up, then a drop by its own scale at each step.",
      formula: """
        lr(i) = b·scales[0]·…·scales[k], k the last before the first of steps that is > i; before it the burn-in, a warm-up
        """,
      differs:
        "As torch's MultiStepLR with a factor for each milestone. A step out of order waits for those before it.",
      source: source("steps") + "; arXiv:1804.02767",
      example: #"{"steps": [40, 50], "scales": [0.1, 0.1], "burn_in": 5, "max_batches": 60}"#
    ) {
      declaration(
        Parameter<[Int]>(
          "steps", role: .milestones, in: .between(-1e12, 1e12), "Batches from which the rate is multiplied."),
        Parameter<[Double]>("scales", "The factor at each.")
      ) { (net, steps, scales) throws(Diagnostic) in
        guard steps.count == scales.count else {
          throw Diagnostic(.value, "\(steps.count) steps need as many scales, not \(scales.count)", of: "scales")
        }
        let drops = steps.prefix(Phase.mostNamed).enumerated().filter { Double($1) > net.start }
        let phases = net.phases(
          [(net.start, .jumps, "step 1")] + drops.map { (Double($1), .jumps, "step \($0 + 2)") })
        // Half as long again as the last step, so that the last phase is seen.
        let length = steps.max().map { max(1, (1.5 * Double($0)).rounded(.up)) }
        return Law(length: length, .jumps, phases: phases) { batch, base in
          var rate = base
          for (step, scale) in zip(steps, scales) {
            if step > batch { break }
            rate *= scale
          }
          return rate
        }
      }
    },
    Kind(
      "exp", .darknet, "Burn-in warm-up, then exponential decay by gamma per batch.",
      formula: "lr(i) = b·gamma^i; before it the burn-in, a warm-up",
      differs: """
        Decay is counted from batch 0, so the burn-in does not reach the base rate. Row t is Darknet's batch t; its first \
        update is batch 1.
        """,
      source: source("exp"),
      example: #"{"gamma": 0.95, "burn_in": 10, "max_batches": 60}"#
    ) {
      declaration(Parameter("gamma", role: .factor, default: 1.0, "The factor of each batch.")) { net, gamma in
        Law(phases: net.phases([(net.start, .moves, "decay")])) { batch, base in
          base * Libm.pow(gamma, Double(batch))
        }
      }
    },
    Kind(
      "poly", .darknet, "Burn-in warm-up, then polynomial decay to zero.",
      formula: "lr(i) = b·(1 − i/max_batches)^power; before it a warm-up, the burn-in, b·(i/burn_in)^power",
      differs: """
        One power, 4 unless given, is the burn-in's and the fall's. The fall is counted from batch 0, so the burn-in does \
        not reach the base rate, and zero is at batch max_batches.
        """,
      source: source("poly"),
      example: #"{"power": 2, "burn_in": 5, "max_batches": 60}"#
    ) {
      declaration { net in
        Law(phases: net.phases([(net.start, .moves, "poly")])) { (batch, base) throws(Diagnostic) in
          base * Libm.pow(1 - Double(batch) / (try net.total()), net.power)
        }
      }
    },
    Kind(
      "sigmoid", short: "sig", .darknet, "Burn-in warm-up, then sigmoid decay with its middle at step.",
      formula: "lr(i) = b/(1 + e^(gamma·(i − step))); before it the burn-in, a warm-up",
      differs: """
        Caffe's sigmoid rises where this one falls. In pjreddie's later code i has no sign, and the rate before step is zero.
        """,
      source: source("sigmoid"),
      example: #"{"gamma": 0.15, "step": 35, "burn_in": 5, "max_batches": 60}"#
    ) {
      declaration(
        Parameter("gamma", default: 1.0, "How steep it is."),
        Parameter("step", default: 1, in: .between(-1e12, 1e12), "The batch of half the rate.")
      ) { net, gamma, step in
        // As far after the middle as before it.
        Law(length: step > 1 ? 2 * Double(step) : nil, phases: net.phases([(net.start, .moves, "sigmoid")])) {
          batch, base in base * (1 / (1 + Libm.exp(gamma * Double(batch - step))))
        }
      }
    },
    Kind(
      "sgdr", .darknet, "Burn-in warm-up, then cosine cycles, each sgdr_mult times as long as the one before.",
      formula: """
        lr(i) = min + (b − min)·(1 + cos(3.14159265·(i − start)/cycle))/2, min = learning_rate_min, start the end of the \
        last cycle that ended before i; ahead of it the burn-in, a warm-up
        """,
      differs: """
        Unlike torch's warm restarts each cycle shows its lowest rate, at its end, and the next begins one batch after its \
        peak. Cycles are counted from batch 0, after the burn-in.
        """,
      source: source("sgdr") + "; arXiv:1608.03983",
      example: #"{"sgdr_cycle": 10, "learning_rate_min": 0.001, "max_batches": 70}"#
    ) {
      declaration(
        Parameter("learning_rate_min", role: .floor, default: 1e-5, "The rate at the end of a cycle."),
        Parameter<Int?>(
          "sgdr_cycle", role: .cycle, default: nil, in: .between(1, 1e12),
          "Batches of the first cycle; max_batches if null."),
        Parameter("sgdr_mult", default: 2, in: .between(1, 1e6), "The factor by which each cycle is longer."), law: sgdr
      )
    },
  ]

  private static func sgdr(_ net: Net, _ lowest: Double, _ cycle: Int?, _ mult: Int) -> Law {
    let factor = Double(mult)
    let first = (cycle ?? net.given ?? net.run.map { max(1, $0.count) }).map(Double.init)
    var cycles: [Phase.Beginning] = []
    if var length = first {
      var end = 0.0
      for number in 1...Phase.mostNamed {
        if end + length >= net.start {
          cycles.append((max(net.start, end == 0 ? 0 : end + 1), .moves, "cycle \(number)"))
        }
        end += length
        length *= factor
      }
    }
    // Three cycles.
    let length = cycle.map { Double($0) * (1 + factor + factor * factor) }
    return Law(length: length, phases: net.phases(cycles)) { (batch, base) throws(Diagnostic) in
      var length = if let cycle { Double(cycle) } else { try net.total() }
      var start = 0.0
      if factor == 1 {
        start = (Double(max(0, batch - 1)) / length).rounded(.down) * length
      } else {
        while start + length < Double(batch) {
          start += length
          length *= factor
        }
      }
      return lowest + 0.5 * (base - lowest) * (1 + Libm.cos((Double(batch) - start) * 3.14159265 / length))
    }
  }

  /// The options that every policy has: the burn-in, and how long the training is, which is the run's unless given.
  private struct Net: Sendable {
    let burnIn: Int
    let power: Double
    let given: Int?
    var run: RunLength?

    /// The batch at which the burn-in ends.
    var start: Double { Double(burnIn) }

    func total() throws(Diagnostic) -> Double {
      guard let total = given ?? run.map({ max(1, $0.count) }) else {
        throw Diagnostic(.param, "“max_batches” is not given, and no run gives it")
      }
      return Double(total)
    }

    /// The burn-in, and what comes after it.
    func phases(_ rest: [Phase.Beginning]) -> [Phase] {
      Phase.named(warmUp: start, called: "burn-in", then: rest)
    }
  }

  /// A policy's own options and, after them, those of all; its law is in force after the burn-in.
  @_semantics("optimize.sil.specialize.generic.never")
  private static func declaration<each V: ParameterValue>(
    _ parameter: repeat Parameter<each V>, law: @escaping @Sendable (Net, repeat each V) throws(Diagnostic) -> Law
  ) -> Declaration {
    let common = Parameters(
      Parameter("burn_in", role: .warmup, default: 0, in: .between(0, 1e12), "Batches of the warm-up."),
      Parameter("power", default: 4.0, "The power of the warm-up, and of poly."),
      Parameter<Int?>(
        "max_batches", role: .length, default: nil, in: .between(1, 1e12),
        "Batches of the training; the run's if null.")
    ) { (burnIn, power, maxBatches) in Net(burnIn: burnIn, power: power, given: maxBatches) }
    return Declaration(repeat each parameter, and: common) { (net, values: repeat each V) throws(Diagnostic) in
      try LawScheduler { (context) throws(Diagnostic) in
        var net = net
        net.run = context.run
        let own = try law(net, repeat each values)
        let (burnIn, power) = (net.burnIn, net.power)
        return Law(length: net.given.map(Double.init) ?? own.length, own.motion, phases: own.phases) {
          (batch, base) throws(Diagnostic) in
          if batch < burnIn { return base * Libm.pow(Double(batch) / Double(burnIn), power) }
          return try own.rate(at: batch, base: base)
        }
      }
    }
  }

  private static func source(_ policy: String) -> String { "policy=\(policy) of AlexeyAB/darknet, 59596d7" }
}
