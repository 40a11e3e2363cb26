import Diagnostics

/// The schedules of optax that begin with a linear warm-up.
extension Optax {
  static let warmupConstantSchedule = Kind(
    "warmup_constant_schedule", short: "warmup-constant", .optax,
    "Linear warm-up to a peak, which is held.",
    formula: "lr(t) = init_value + (peak_value − init_value)·t/warmup_steps up to warmup_steps, then peak_value",
    differs: "The peak is at warmup_steps. Without a warm-up it stays at init_value, as in optax.",
    source: "`optax.warmup_constant_schedule`, 0.2.8.",
    example: #"{"init_value": 0, "peak_value": 0.1, "warmup_steps": 10}"#
  ) {
    Declaration(
      law: initial, Parameter("peak_value", role: .peak, "The rate that is held."),
      warmupSteps("Steps until the peak; none holds the first rate."),
      make: { initial, peak, steps in
        var law = polynomial(from: initial, to: peak, in: steps)
        // Half as long again as the warm-up, so that the peak is seen.
        law.length = steps > 0 ? (1.5 * steps).rounded(.up) : nil
        law.phases = Phase.moving([(0, "warm-up"), (max(0, steps), "constant")])
        return law
      })
  }

  static let warmupCosineDecaySchedule = Kind(
    "warmup_cosine_decay_schedule", short: "warmup-cosine", .optax,
    "Linear warm-up, then cosine decay.",
    formula: """
      lr(t) = init_value + (peak_value − init_value)·t/warmup_steps up to warmup_steps, then
              cosine_decay_schedule over decay_steps − warmup_steps from peak_value to end_value, which is held
      """,
    differs: """
      decay_steps includes the warm-up; Keras’ CosineDecay excludes it. The peak is at warmup_steps, as in transformers, \
      and the end is held.
      """,
    source: "`optax.warmup_cosine_decay_schedule`, 0.2.8.",
    example: #"{"init_value": 0, "peak_value": 0.1, "warmup_steps": 10, "decay_steps": 90, "end_value": 0.001}"#
  ) {
    Declaration(
      law: initial, peak, warmupSteps("Steps until the peak."), wholeSteps, lowest, exponent,
      make: { (initial, peak, warmupSteps, steps, end, exponent) throws(Diagnostic) in
        try warmedCosine(initial, peak, warmupSteps: warmupSteps, decaySteps: steps, end: end, exponent: exponent)
      })
  }

  private static func warmedCosine(
    _ initial: Double, _ peak: Double, warmupSteps: Double, decaySteps: Double, end: Double, exponent: Double
  ) throws(Diagnostic) -> Law {
    guard decaySteps > warmupSteps else {
      throw Diagnostic(
        .value,
        "“decay_steps” includes the warm-up, so it must be greater than “warmup_steps”, not "
          + Shown.number(decaySteps), of: "decay_steps")
    }
    let warmup = polynomial(from: initial, to: peak, in: warmupSteps)
    let alpha = peak == 0 ? 0 : end / peak
    let decay = try cosine(from: peak, in: decaySteps - warmupSteps, alpha: alpha, exponent: exponent)
    let phases = Phase.moving([(0, "warm-up"), (max(0, warmupSteps), "cosine"), (max(0, decaySteps), "hold")])
    return behind(warmup, of: warmupSteps, decay, length: max(1, decaySteps), phases)
  }

  static let warmupExponentialDecaySchedule = Kind(
    "warmup_exponential_decay_schedule", short: "warmup-exponential", .optax,
    "Linear warm-up, then exponential decay.",
    formula: """
      lr(t) = init_value + (peak_value − init_value)·t/warmup_steps up to warmup_steps, then
              exponential_decay from peak_value, counted from there
      """,
    differs: """
      The peak is at warmup_steps; transition_steps and transition_begin are counted from there, so they exclude the \
      warm-up.
      """,
    source: "`optax.warmup_exponential_decay_schedule`, 0.2.8.",
    example: """
      {"init_value": 0, "peak_value": 0.1, "warmup_steps": 10, "transition_steps": 20, "decay_rate": 0.5, \
      "end_value": 0.005}
      """
  ) {
    Declaration(
      law: initial, peak, warmupSteps("Steps until the peak."),
      transitionSteps(.period, "Steps in which decay_rate is multiplied in once; none holds the peak."), decayRate,
      begin("Steps that the peak is held."), staircase, bound,
      make: { initial, peak, warmupSteps, steps, rate, begin, isStaircase, end in
        let warmup = polynomial(from: initial, to: peak, in: warmupSteps)
        let decay = exponential(from: peak, rate, every: steps, from: begin, isStaircase, end: end)
        let phases = Phase.joined([
          (0, [Phase(start: 0, motion: .moves, label: "warm-up")]),
          (warmupSteps, [Phase(start: 0, motion: decay.motion, label: "decay")]),
        ])
        return behind(warmup, of: warmupSteps, decay, length: decay.length.map { max(0, warmupSteps) + $0 }, phases)
      })
  }

  static let sgdrSchedule = Kind(
    "sgdr_schedule", short: "sgdr", .optax,
    "Cycles of linear warm-up and cosine decay, each with its own lengths and rates.",
    formula: "lr(t) = warmup_cosine_decay_schedule of the cycle at t, from its own zero",
    differs: """
      Each cycle takes its decay_steps, warm-up included; the last one holds its end. torch’s warm restarts lengthen by \
      T_mult instead.
      """,
    source: "`optax.sgdr_schedule`, 0.2.8; arXiv:1608.03983.",
    example: """
      {"cosine_kwargs": [{"init_value": 0, "peak_value": 0.1, "warmup_steps": 5, "decay_steps": 30}, \
      {"init_value": 0, "peak_value": 0.05, "warmup_steps": 5, "decay_steps": 60}]}
      """
  ) {
    Declaration(
      law: Parameter<[Cycle]>("cosine_kwargs", "The cycles: the parameters of warmup_cosine_decay_schedule for each."),
      make: { (cycles) throws(Diagnostic) in
        guard let last = cycles.last else { throw .reported }
        var starts = [0.0]
        for cycle in cycles.dropLast() { starts.append(starts[starts.count - 1] + cycle.decaySteps) }
        let begins = starts
        return .absolute(length: begins[begins.count - 1] + last.decaySteps, phases: phases(of: cycles, from: begins)) {
          (count) throws(Diagnostic) in
          // The last one that has begun: one of no positive length never shows, or stays until a later one begins.
          let index = begins.lastIndex { !(count < $0) } ?? 0
          return try cycles[index].law.rate(near: count - begins[index], base: 0)
        }
      }
    ).requiring(.filled("cosine_kwargs"))
  }

  private static func phases(of cycles: [Cycle], from starts: [Double]) -> [Phase] {
    var parts: [(start: Double, label: String)] = []
    for (number, cycle) in cycles.enumerated() where parts.count < 100 {
      let start = max(0, starts[number])
      if cycle.warmupSteps > 0 { parts.append((start, "warm-up \(number + 1)")) }
      parts.append((start + max(0, cycle.warmupSteps), "cycle \(number + 1)"))
    }
    return Phase.moving(parts)
  }

  /// One cycle of `sgdr_schedule`: what `warmup_cosine_decay_schedule` takes.
  private struct Cycle: Record {
    let law: Law
    let warmupSteps: Double
    let decaySteps: Double

    static let noun = "a cycle"
    static var members: [ParameterDescription] { parameters.descriptions }

    static func read(from fields: Fields, _ reading: inout Reading) -> Cycle? {
      parameters.read(from: fields, &reading)
    }

    private static let parameters = Parameters(
      initial, peak, Optax.warmupSteps("Steps until the peak."), wholeSteps, lowest, exponent
    ) { (initial, peak, warmupSteps, steps, end, exponent) throws(Diagnostic) in
      let law = try warmedCosine(
        initial, peak, warmupSteps: warmupSteps, decaySteps: steps, end: end, exponent: exponent)
      return Cycle(law: law, warmupSteps: warmupSteps, decaySteps: steps)
    }
  }

  /// A warm-up of so many steps, and another schedule counted from its end.
  private static func behind(
    _ warmup: Law, of steps: Double, _ decay: Law, length: Double?, _ phases: [Phase]
  ) -> Law {
    .absolute(length: length, phases: phases) { (count) throws(Diagnostic) in
      try count < steps ? warmup.rate(near: count, base: 0) : decay.rate(near: count - steps, base: 0)
    }
  }

  private static let lowest = Parameter("end_value", role: .floor, default: 0.0, "The last rate.")
  private static let wholeSteps = Parameter<Double>(
    "decay_steps", role: .length, "Steps of the whole, the warm-up included.")

  private static func warmupSteps(_ help: String) -> Parameter<Double> {
    Parameter("warmup_steps", role: .warmup, help)
  }
}
