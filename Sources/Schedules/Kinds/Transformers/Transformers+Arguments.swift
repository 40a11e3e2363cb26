import Diagnostics

extension Transformers {
  /// What `get_scheduler` is given besides a schedule's own arguments, and the factors that most schedules share.
  struct Arguments: Sendable {
    /// `num_warmup_steps`; need not be whole.
    let warmUp: Double
    /// `num_training_steps` or the run's, the warm-up included; `nil` where neither is known.
    let total: Double?
    /// `num_training_steps` as it was given.
    let givenTotal: Double?
    /// The warm-up, unless it is a part of the total.
    let givenWarmUp: Double?
    let optimizer: Optimizer?

    /// The factor of the linear warm-up that most schedules share; `nil` after it.
    func warmUpFactor(at step: Double) -> Double? { step < warmUp ? step / max(1, warmUp) : nil }

    /// How much of what follows the warm-up is over at a step: 1 at the last, more than 1 beyond it.
    func progress(at step: Double, of total: Double) -> Double { (step - warmUp) / max(1, total - warmUp) }

    /// A schedule as transformers makes it: as torch's `LambdaLR`, the base rate times a factor.
    ///
    /// Its length is `num_training_steps` unless it has one of its own.
    func law(
      length: Double? = nil, _ phases: [Phase.Beginning],
      factor: @escaping @Sendable (_ step: Double) throws(Diagnostic) -> Double
    ) -> Law {
      .counted(length: length ?? givenTotal, phases: Phase.named(warmUp: warmUp, then: phases)) {
        (step, base) throws(Diagnostic) in base * (try factor(step))
      }
    }

    /// A schedule after the linear warm-up, called a decay.
    func decay(factor: @escaping @Sendable (_ step: Double) throws(Diagnostic) -> Double) -> Law {
      law([(warmUp, .moves, "decay")]) { (step) throws(Diagnostic) in
        if let factor = warmUpFactor(at: step) { return factor }
        return try factor(step)
      }
    }

    /// The law of a schedule that needs a total where none is known: it has no rate at all.
    var unbound: Law { Arguments.unbound(length: givenTotal) }

    fileprivate static func unbound(length: Double?) -> Law {
      .counted(length: length) { (_, _) throws(Diagnostic) in
        throw Diagnostic(
          .value, "the length of the run is unknown",
          hint: "add “num_training_steps” to the scheduler, or “epochs” to the file")
      }
    }
  }
}

extension Transformers {
  /// Declares a schedule: what `get_scheduler` takes, and the schedule's own arguments, `last_epoch` among them where it
  /// passes it on.
  @_semantics("optimize.sil.specialize.generic.never")
  static func declaration<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>, resumes: Bool = true,
    law: @escaping @Sendable (Arguments, repeat each Value) throws(Diagnostic) -> Law
  ) -> Declaration {
    let scheduler = {
      @Sendable (warmUp: WarmUpSteps, given: Double?, value: repeat each Value) throws(Diagnostic) in
      try LawScheduler { (context) throws(Diagnostic) in
        let total = given ?? context.run.map { Double($0.count) }
        let fixed: Double? = if case .steps(let count) = warmUp { count } else { nil }
        guard let length = fixed ?? total.map(warmUp.count) else { return Arguments.unbound(length: given) }
        let training = Arguments(
          warmUp: length, total: total, givenTotal: given, givenWarmUp: fixed, optimizer: context.optimizer)
        return try law(training, repeat each value)
      }
    }
    let (warmUp, total) = (Parameter<WarmUpSteps>.warmUpSteps, Parameter<Double?>.trainingSteps)
    return resumes
      ? Declaration(clocked: warmUp, total, repeat each parameter, make: scheduler)
      : Declaration(warmUp, total, repeat each parameter, make: scheduler)
  }
}

extension Declaration {
  /// Declares a schedule of transformers that ignores the lengths which `get_scheduler` takes for every name.
  init(ignoringLengthsOf own: Declaration) {
    let ignored = [
      Parameter<WarmUpSteps?>("num_warmup_steps", default: nil, "Ignored, as get_scheduler does.").description,
      Parameter<Double?>("num_training_steps", default: nil, "Ignored, as get_scheduler does.").description,
    ]
    self.init(parameters: ignored + own.parameters) { fields, reading in own.scheduler(from: fields, &reading) }
  }
}

extension Parameter<WarmUpSteps> {
  static let warmUpSteps = Parameter(
    "num_warmup_steps", role: .warmup,
    "Steps of warm-up, or a percentage of num_training_steps rounded up: \"6%\".")
}

extension Parameter<Double?> {
  static let trainingSteps = Parameter(
    "num_training_steps", role: .length, default: nil,
    "Steps of the whole run, warm-up included; null for those of the run.")
}
