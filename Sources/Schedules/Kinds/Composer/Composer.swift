import Diagnostics
import Text

extension Family {
  static let composer = Family(name: "composer", title: "MosaicML Composer", interval: .step, resumes: .torch) {
    Composer.kinds
  }
}

/// The schedulers of MosaicML's Composer: `composer.optim.scheduler`, 0.32.1.
///
/// Each is a factor on the base rate as a function of time, and times are strings. The trainer steps its schedulers before
/// it counts the batch, so a batch has the factor of the time before it, and the first two have the same.
enum Composer {
  static let kinds: [Kind] = [
    kind(
      "StepScheduler", short: "step", "Multiplies the rate by gamma each step_size.",
      formula: "lr = base·gamma^⌊t/step_size⌋, t = max(0, batch − 1)",
      differs:
        "step_size is a time, and a drop comes one batch after it: the trainer steps its schedules before it counts.",
      example: #"{"step_size": "30ep"}"#
    ) {
      declaration(
        Parameter<Time>("step_size", role: .period, "The time between two drops."),
        Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop.")
      ) { time, gamma in
        Plan(.jumps) { (training) throws(Diagnostic) in
          let size = try training.batches(time)
          return Factor { (now) throws(Diagnostic) in
            try Python.power(gamma, try Python.quotient(now, size, "step_size").rounded(.towardZero))
          }
        }
      }
    },
    kind(
      "MultiStepScheduler", short: "multistep", "Multiplies the rate by gamma at each milestone.",
      formula: "lr = base·gammaᵏ, k = how many milestones are ≤ t = max(0, batch − 1)",
      differs:
        "Milestones are times, and a drop comes one batch after its own: the trainer steps its schedules before it counts.",
      example: #"{"milestones": ["30ep", "60ep", "80ep"]}"#
    ) {
      declaration(milestones, gamma) { times, gamma in
        Plan(end: end(of: times), .jumps) { (training) throws(Diagnostic) in
          let drop = try drops(at: times, gamma, training)
          return Factor { drop($0) }
        }
      }
    },
    kind(
      "ConstantScheduler", short: "constant",
      "Multiplies the rate by a constant factor until t_max, then uses the base rate.",
      formula: "lr = base·alpha while t < t_max, then base; t = max(0, batch − 1)",
      differs:
        "As torch's ConstantLR, but for the whole training by default, with factor 1, and released one batch later.",
      example: #"{"alpha": 0.3, "t_max": "0.25dur"}"#
    ) {
      declaration(Parameter("alpha", default: 1.0, "The factor."), tMax) { alpha, time in
        // As long again, so that the end of it is seen.
        Plan(end: Time(value: 2 * time.value, unit: time.unit), .jumps) { (training) throws(Diagnostic) in
          let last = try training.batches(time)
          return Factor { $0 < last ? alpha : 1 }
        }
      }
    },
    kind(
      "LinearScheduler", short: "linear",
      "Multiplies the rate by a factor that changes linearly from alpha_i to alpha_f at t_max.",
      formula: "lr = base·(alpha_i + min(1, t/t_max)·(alpha_f − alpha_i)), t = max(0, batch − 1)",
      differs:
        "It falls to zero over the whole training by default, and then holds; the first two batches have the same rate.",
      example: "{}"
    ) {
      declaration(Parameter("alpha_i", default: 1.0, "The first factor."), alphaF, tMax) { first, final, time in
        Plan(end: time) { (training) throws(Diagnostic) in
          let last = try training.batches(time)
          return Factor { (now) throws(Diagnostic) in
            first + min(1, try Python.quotient(now, last, "t_max")) * (final - first)
          }
        }
      }
    },
    kind(
      "ExponentialScheduler", short: "exponential",
      "Smooth exponential decay by gamma per decay_period.",
      formula: "lr = base·gamma^(t/decay_period), t = max(0, batch − 1)",
      differs:
        "It decays within the epoch, where torch's ExponentialLR drops after it; the first two batches have the same rate.",
      example: #"{"gamma": 0.96}"#
    ) {
      declaration(
        Parameter<Double>("gamma", role: .factor, "The factor of each period."),
        Parameter(
          "decay_period", role: .period, default: Time.oneEpoch, "The time over which the rate is multiplied by gamma.")
      ) { gamma, time in
        Plan { (training) throws(Diagnostic) in
          let period = try training.batches(time)
          return Factor { (now) throws(Diagnostic) in
            try Python.power(gamma, try Python.quotient(now, period, "decay_period"))
          }
        }
      }
    },
    kind(
      "CosineAnnealingScheduler", short: "cosine",
      "Cosine decay to alpha_f times the base rate at t_max, which is held.",
      formula: "lr = base·(alpha_f + (1 − alpha_f)·(1 + cos πp)/2), p = min(1, t/t_max), t = max(0, batch − 1)",
      differs: """
        alpha_f is a part of the base rate, where torch's eta_min is a rate; after t_max it holds and does not climb back. The \
        first two batches have the same rate.
        """,
      example: #"{"alpha_f": 0.1}"#
    ) {
      declaration(tMax, alphaF) { time, final in
        Plan(end: time) { (training) throws(Diagnostic) in
          let last = try training.batches(time)
          return Factor { (now) throws(Diagnostic) in cosine(try Python.quotient(now, last, "t_max"), to: final) }
        }
      }
    },
    kind(
      "CosineAnnealingWarmRestartsScheduler", short: "warm-restarts",
      "Cosine decay to alpha_f times the base rate, with warm restarts.",
      formula: """
        lr = base·(alpha_f + (1 − alpha_f)·(1 + cos πp)/2), p the part of the cycle that is over at t = max(0, batch − 1);
        a cycle is ⌊t_mult·the one before⌋ batches long
        """,
      differs: """
        t_mult may be a fraction, and each cycle is cut to whole batches; cycles that shrink to nothing are an error. A restart \
        comes one batch late: the trainer steps its schedules before it counts.
        """,
      example: #"{"t_0": "10ep", "t_mult": 2}"#
    ) {
      declaration(
        Parameter<Time>("t_0", role: .period, "The first cycle."),
        Parameter("t_mult", default: 1.0, in: .between(0, 1e6), "The length of each, as a multiple of the one before."),
        alphaF
      ) { time, growth, final in
        // As many cycles as show how they change.
        let shown = growth == 1 ? 3 : min(15, 1 + growth + growth * growth)
        return Plan(end: Time(value: (time.value * shown).rounded(.up), unit: time.unit)) {
          (training) throws(Diagnostic) in
          let first = try training.batches(time)
          // Composer would look for the present cycle for ever.
          guard first >= 1 else { throw Diagnostic(.value, "“t_0” must be a batch or more", of: "t_0") }
          let cycles = WholeCycles(first: first, growth: growth, until: Double(training.run?.count ?? 0))
          let starts = cycles.starts.prefix(Phase.mostNamed).enumerated()
          return Factor(phases: starts.map { ($1, .moves, "cycle \($0 + 1)") }) { (now) throws(Diagnostic) in
            cosine(try cycles.progress(at: now), to: final)
          }
        }
      }
    },
    kind(
      "PolynomialScheduler", short: "polynomial",
      "Polynomial decay to alpha_f times the base rate at t_max.",
      formula: "lr = base·(alpha_f + (1 − alpha_f)·(1 − min(1, t/t_max))^power), t = max(0, batch − 1)",
      differs:
        "The power must be given, and there is a last factor, where torch's PolynomialLR goes to zero; then held.",
      example: #"{"power": 2}"#
    ) {
      declaration(Parameter<Double>("power", "The power; 1 is linear."), tMax, alphaF) { power, time, final in
        Plan(end: time) { (training) throws(Diagnostic) in
          let last = try training.batches(time)
          return Factor { (now) throws(Diagnostic) in
            try fall(min(1, try Python.quotient(now, last, "t_max")), power, to: final)
          }
        }
      }
    },
    kind(
      "MultiStepWithWarmupScheduler", short: "multistep-warmup",
      "Linear warm-up, then drops by gamma at each milestone.",
      formula:
        "lr = base·t/t_warmup while t < t_warmup, then base·gammaᵏ, k = how many milestones are ≤ t = max(0, batch − 1)",
      differs: """
        Milestones count from the start, and those within the warm-up take effect at its end. The peak is at batch t_warmup + 1. \
        scale_schedule_ratio does not scale the warm-up, and with scale_warmup only its ramp.
        """,
      example: #"{"t_warmup": "5ep", "milestones": ["30ep", "60ep", "80ep"]}"#
    ) {
      warmed(milestones, gamma) { warmup, times, gamma in
        Plan(end: end(of: times)) { (training) throws(Diagnostic) in
          let (ramp, drop) = (try warmup.ramp(in: training), try drops(at: times, gamma, training))
          return Factor(phases: ramp.phases("multistep", .jumps)) { (now) throws(Diagnostic) in
            if let rise = try ramp.rise(at: now) { return rise }
            return drop(now)
          }
        }
      }
    },
    kind(
      "ConstantWithWarmupScheduler", short: "constant-warmup",
      "Linear warm-up, then a constant factor on the rate.",
      formula: """
        lr = base·alpha·t/t_warmup while t < t_warmup, then base·alpha; t = max(0, batch − 1)
        """,
      differs: """
        Unlike ConstantScheduler it never lets go of alpha. The peak is at batch t_warmup + 1, since the trainer \
        steps its schedules before it counts. t_max includes the warm-up and must not be before the end of the \
        training; scale_schedule_ratio does not scale the warm-up, with scale_warmup only its ramp.
        """,
      example: #"{"t_warmup": "10ep"}"#
    ) {
      warmed(Parameter("alpha", default: 1.0, "The factor."), tMax) { warmup, alpha, time in
        Plan(end: time) { (training) throws(Diagnostic) in
          let ramp = try warmup.ramp(in: training)
          _ = try training.last(time)
          return Factor(phases: ramp.phases("constant")) { (now) throws(Diagnostic) in
            try ramp.rise(at: now, to: alpha) ?? alpha
          }
        }
      }
    },
    kind(
      "LinearWithWarmupScheduler", short: "linear-warmup",
      "Linear warm-up, then linear decay to alpha_f times the rate at t_max.",
      formula: """
        lr = base·alpha_i·t/t_warmup while t < t_warmup, then base·(alpha_i + p·(alpha_f − alpha_i)),
        p = min(1, (t − t_warmup)/(t_max − t_warmup)), t = max(0, batch − 1)
        """,
      differs: """
        The peak is at batch t_warmup + 1, since the trainer steps its schedules before it counts. t_max includes \
        the warm-up and must not be before the end of the training; scale_schedule_ratio does not scale the warm-up, \
        with scale_warmup only its ramp.
        """,
      example: #"{"t_warmup": "0.1dur"}"#
    ) {
      warmed(Parameter("alpha_i", default: 1.0, "The factor at the end of the warm-up."), alphaF, tMax) {
        warmup, first, final, time in
        Plan(end: time) { (training) throws(Diagnostic) in
          let (ramp, last) = (try warmup.ramp(in: training), try training.last(time))
          return Factor(phases: ramp.phases("linear")) { (now) throws(Diagnostic) in
            if let rise = try ramp.rise(at: now, to: first) { return rise }
            return first + ramp.progress(at: now, to: last) * (final - first)
          }
        }
      }
    },
    kind(
      "CosineAnnealingWithWarmupScheduler", short: "cosine-warmup",
      "Linear warm-up, then cosine decay to alpha_f times the base rate.",
      formula: """
        lr = base·t/t_warmup while t < t_warmup, then base·(alpha_f + (1 − alpha_f)·(1 + cos πp)/2),
        p = min(1, (t − t_warmup)/(t_max − t_warmup)), t = max(0, batch − 1)
        """,
      differs: """
        alpha_f is a part of the base rate. The peak is at batch t_warmup + 1, since the trainer steps its schedules \
        before it counts. t_max includes the warm-up and must not be before the end of the training; \
        scale_schedule_ratio does not scale the warm-up, with scale_warmup only its ramp.
        """,
      example: #"{"t_warmup": "0.1dur", "alpha_f": 0.1}"#
    ) {
      warmed(alphaF, tMax) { warmup, final, time in
        Plan(end: time) { (training) throws(Diagnostic) in
          let (ramp, last) = (try warmup.ramp(in: training), try training.last(time))
          return Factor(phases: ramp.phases("cosine")) { (now) throws(Diagnostic) in
            try ramp.rise(at: now) ?? cosine(ramp.progress(at: now, to: last), to: final)
          }
        }
      }
    },
    kind(
      "PolynomialWithWarmupScheduler", short: "polynomial-warmup",
      "Linear warm-up, then polynomial decay to alpha_f times the base rate.",
      formula: """
        lr = base·t/t_warmup while t < t_warmup, then base·(alpha_f + (1 − alpha_f)·(1 − p)^power),
        p = min(1, (t − t_warmup)/(t_max − t_warmup)), t = max(0, batch − 1)
        """,
      differs: """
        The power is 2 unless given. The peak is at batch t_warmup + 1, since the trainer steps its schedules before \
        it counts. t_max includes the warm-up and must not be before the end of the training; scale_schedule_ratio \
        does not scale the warm-up, with scale_warmup only its ramp.
        """,
      example: #"{"t_warmup": "0.1dur"}"#
    ) {
      warmed(Parameter("power", default: 2.0, "The power; 1 is linear."), alphaF, tMax) {
        warmup, power, final, time in
        Plan(end: time) { (training) throws(Diagnostic) in
          let (ramp, last) = (try warmup.ramp(in: training), try training.last(time))
          return Factor(phases: ramp.phases("polynomial")) { (now) throws(Diagnostic) in
            if let rise = try ramp.rise(at: now) { return rise }
            return try fall(ramp.progress(at: now, to: last), power, to: final)
          }
        }
      }
    },
  ]

  private static func kind(
    _ name: String, short: String, _ summary: String, formula: String, differs: String, example: String,
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, short: short, .composer, summary, formula: formula, differs: differs,
      source: "composer.optim.scheduler.\(name), 0.32.1", example: example, declare: declare)
  }

  private static let tMax = Parameter("t_max", role: .length, default: Time.wholeTraining, "The end of the schedule.")
  private static let alphaF = Parameter("alpha_f", default: 0.0, "The last factor.")
  private static let milestones = Parameter<[Time]>("milestones", role: .milestones, "The times of the drops.")
  private static let gamma = Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop.")

  /// Half a cosine from 1 to `last`, in Composer's order of operations.
  private static func cosine(_ progress: Double, to last: Double) -> Double {
    let clipped = min(max(progress, 0), 1)
    return last + (1 - last) * (1 + Libm.cos(clipped * .pi)) / 2
  }

  /// A power of what is left, from 1 to `last`.
  private static func fall(_ progress: Double, _ power: Double, to last: Double) throws(Diagnostic) -> Double {
    last + (try Python.power(1 - progress, power)) * (1 - last)
  }

  /// A factor that is multiplied at each of some times.
  private static func drops(
    at times: [Time], _ gamma: Double, _ training: Training
  ) throws(Diagnostic) -> @Sendable (Double) -> Double {
    var steps: [Double] = []
    for time in times { steps.append(try training.batches(time)) }
    return { [steps] now in
      var factor = 1.0
      for step in steps where now >= step { factor *= gamma }
      return factor
    }
  }

  /// Half as long again as the last of some times, when all are in one unit.
  private static func end(of times: [Time]) -> Time? {
    guard let last = times.max(by: { $0.value < $1.value }), times.allSatisfy({ $0.unit == last.unit }) else {
      return nil
    }
    return Time(value: (1.5 * last.value).rounded(.up), unit: last.unit)
  }
}
