import Diagnostics

extension Composer {
  /// What a scheduler's parameters come to before its training is known.
  struct Plan: Sendable {
    /// The time that it describes, if it says so.
    let end: Time?
    let motion: Motion
    /// Turns its times into batches.
    let bind: @Sendable (Training) throws(Diagnostic) -> Factor

    init(
      end: Time? = nil, _ motion: Motion = .moves,
      bind: @escaping @Sendable (Training) throws(Diagnostic) -> Factor
    ) {
      self.end = end
      self.motion = motion
      self.bind = bind
    }

    /// The schedule in a training, as far as that is known.
    fileprivate func law(ratio: Double, in context: RunContext) throws(Diagnostic) -> Law {
      let training = Training(run: context.run, ratio: ratio)
      let factor: Factor
      do throws(Diagnostic) {
        factor = try bind(training)
      } catch {
        if context.optimizer != nil { throw error }
        factor = Factor { (_) throws(Diagnostic) in throw error }
      }
      let phases = factor.phases.map { (start: $0.start > 0 ? $0.start + 1 : 0, motion: $0.motion, label: $0.label) }
      var law = Law(motion, phases: Phase.named(phases)) { (step, base) throws(Diagnostic) in
        // Composer's trainer steps its schedulers before it counts the batch.
        base * (try factor.value(Double(max(0, step - 1))))
      }
      if let end, end.value > 0 {
        if end.unit == .batches { law.length = end.value * ratio }
        if end.unit == .epochs { law.lengthInEpochs = end.value * ratio }
      }
      return law
    }
  }

  /// A factor on the base rate at a time, in batches.
  struct Factor: Sendable {
    /// Its phases, each from a number of batches on.
    var phases: [Phase.Beginning] = []
    let value: @Sendable (_ now: Double) throws(Diagnostic) -> Double
  }

  /// The training that times are part of, and the ratio by which its schedules are scaled.
  struct Training: Sendable {
    /// Its length; unknown in a training loop that ends when it likes.
    var run: RunLength?
    let ratio: Double

    /// A time in batches, scaled unless it is a part of the training, and cut to a whole number.
    func batches(_ time: Time, isScaled: Bool = true) throws(Diagnostic) -> Double {
      let ratio = isScaled ? ratio : 1
      switch time.unit {
      case .batches: return (time.value * ratio).rounded(.towardZero)
      case .epochs: return (time.value * Double(try length(for: time).perEpoch) * ratio).rounded(.towardZero)
      case .duration:
        let run = try length(for: time)
        return (time.value * Double(run.perEpoch) * Double(run.epochs)).rounded(.towardZero)
      }
    }

    /// The end of a schedule after a warm-up, which Composer refuses before the end of the training.
    func last(_ time: Time) throws(Diagnostic) -> Double {
      let last = try batches(time)
      guard let run, last < Double(run.perEpoch) * Double(run.epochs) else { return last }
      let total = Shown.number(Double(run.perEpoch) * Double(run.epochs))
      throw Diagnostic(
        .value, "“t_max”, \(time.shown), must not be before the end of the training, after \(total) batches",
        of: "t_max", hint: "set “epochs” to less, or leave t_max at “1dur”")
    }

    private func length(for time: Time) throws(Diagnostic) -> RunLength {
      guard let run else {
        throw Diagnostic(
          .value, "\(time.shown) needs to know how long the training is, which no run gives",
          hint: "give “epochs”, or write the time in batches: “100ba”")
      }
      return run
    }
  }

  /// The linear warm-up in front of a schedule, as it is written.
  struct Warmup: Sendable {
    let time: Time
    /// Whether the ramp is scaled with the schedule.
    let isScaled: Bool

    func ramp(in training: Training) throws(Diagnostic) -> Ramp {
      Ramp(end: try training.batches(time, isScaled: false), top: try training.batches(time, isScaled: isScaled))
    }
  }

  /// The warm-up in batches.
  struct Ramp: Sendable {
    /// Its end, which is never scaled.
    let end: Double
    /// Where it gets to the top, which may be scaled.
    let top: Double

    /// The factor within the warm-up, on the way to a peak; `nil` after it.
    func rise(at now: Double, to peak: Double = 1) throws(Diagnostic) -> Double? {
      guard now < end else { return nil }
      return min(1, try Python.quotient(now, top, "t_warmup")) * peak
    }

    /// The part of the way from the end of the warm-up to `last` that is over.
    func progress(at now: Double, to last: Double) -> Double {
      last > end ? min(1, (now - end) / (last - end)) : 0
    }

    /// The warm-up, and what follows.
    func phases(_ label: String, _ motion: Motion = .moves) -> [Phase.Beginning] {
      [(0, .moves, "warm-up"), (end, motion, label)]
    }
  }

  /// Declares a scheduler: its own parameters, and the trainer's, which stretches all of its schedules.
  @_semantics("optimize.sil.specialize.generic.never")
  static func declaration<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>, plan: @escaping @Sendable (repeat each Value) -> Plan
  ) -> Declaration {
    Declaration(bound: repeat each parameter, and: ratio) {
      (context, ratio, value: repeat each Value) throws(Diagnostic) in
      try plan(repeat each value).law(ratio: ratio, in: context)
    }
  }

  /// Declares a scheduler with a warm-up in front of it.
  @_semantics("optimize.sil.specialize.generic.never")
  static func warmed<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>, plan: @escaping @Sendable (Warmup, repeat each Value) -> Plan
  ) -> Declaration {
    let warmup = Parameters(
      Parameter<Time>("t_warmup", role: .warmup, "How long the warm-up is."),
      Parameter("scale_warmup", default: false, "Whether scale_schedule_ratio scales the ramp, too."),
      make: Warmup.init
    ).and(ratio) { ($0, $1) }
    return Declaration(bound: repeat each parameter, and: warmup) {
      (context, common: (warmup: Warmup, ratio: Double), value: repeat each Value) throws(Diagnostic) in
      try plan(common.warmup, repeat each value).law(ratio: common.ratio, in: context)
    }
  }

  private static let ratio = Parameters(
    Parameter<Double>(
      "scale_schedule_ratio", default: 1, in: .above(0),
      "The trainer's factor on all times but parts of the training and, mostly, the warm-up."),
    make: { $0 })
}
