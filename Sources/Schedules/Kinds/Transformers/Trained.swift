import Diagnostics

/// The lengths that transformers' `get_scheduler` is given.
struct Training: Sendable {
  /// `num_warmup_steps`; need not be whole.
  var warmUp: Double
  /// `num_training_steps`, the warm-up included.
  var total: Double

  /// The factor of the linear warm-up that most schedules share; `nil` behind it.
  func warmUpFactor(at step: Double) -> Double? { step < warmUp ? step / max(1, warmUp) : nil }

  /// How much of what follows the warm-up is over at a step: 1 at the last, more than 1 beyond it.
  func progress(at step: Double) -> Double { (step - warmUp) / max(1, total - warmUp) }
}

/// A schedule of transformers: a factor on the base rate, as a function of the step.
protocol TrainingCurve: Sendable {
  /// Whether it has to know the run's length.
  var needsTotal: Bool { get }
  /// Checks what depends on the optimizer and on the lengths.
  mutating func prepare(_ optimizer: Optimizer, _ training: Training) throws(Diagnostic)
  /// The factor in a step, 0 at the first update.
  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double
  /// Its own length, where that is not `num_training_steps`.
  func length(behind warmUp: Double) -> Double?
  /// Notes what follows the warm-up.
  func note(in stretches: inout Stretches, _ training: Training)
}

extension TrainingCurve {
  var needsTotal: Bool { true }
  mutating func prepare(_ optimizer: Optimizer, _ training: Training) throws(Diagnostic) {}
  func length(behind warmUp: Double) -> Double? { nil }
  func note(in stretches: inout Stretches, _ training: Training) { stretches.begin("decay", at: training.warmUp) }
}

/// Runs a curve as transformers does: as torch's `LambdaLR`, the base rates times the factor.
///
/// Source: `transformers.get_scheduler`, 5.23.0.
struct Trained<Curve: TrainingCurve>: Clocked {
  private var curve: Curve
  fileprivate var warmUp = WarmUpSteps.steps(0)
  fileprivate var total: Double?
  private var run: Double?
  private var training = Training(warmUp: 0, total: 0)
  var clock = Clock()

  init(_ curve: Curve) { self.curve = curve }

  mutating func adopt(_ run: RunLength) { self.run = Double(run.count) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    guard let lengths else {
      throw Diagnostic(
        .value, "nobody says how long the run is", hint: "give “num_training_steps”, or “epochs” to the whole")
    }
    training = lengths
    try curve.prepare(optimizer, training)
  }

  /// `nil` as long as a total is needed and not known.
  private var lengths: Training? {
    if let total = total ?? run { return Training(warmUp: warmUp.count(of: total), total: total) }
    guard !curve.needsTotal, case .steps(let count) = warmUp else { return nil }
    return Training(warmUp: count, total: 0)
  }

  func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    let factor = try curve.factor(at: Double(clock.epoch), training)
    for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = base * factor }
  }

  var overwrites: Bool { true }

  var length: Double? {
    if case .steps(let count) = warmUp, let own = curve.length(behind: count) { return own }
    return total
  }

  var phases: [Phase] {
    guard let lengths else { return [] }
    var stretches = Stretches()
    if lengths.warmUp > 0 { stretches.begin("warm-up", at: 0) }
    curve.note(in: &stretches, lengths)
    return stretches.phases
  }
}

extension Declaration {
  /// Declares a schedule of transformers: what `get_scheduler` takes, and the schedule's own arguments, `last_epoch` among
  /// them where it passes it on.
  init<each Value: ParameterValue, Curve: TrainingCurve>(
    training parameter: repeat Parameter<each Value>, resumes: Bool = true,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> Curve
  ) {
    let trained = { @Sendable (value: repeat each Value) throws(Diagnostic) in Trained(try make(repeat each value)) }
    let own =
      resumes
      ? Declaration(clocked: repeat each parameter, make: trained) : Declaration(repeat each parameter, make: trained)
    let (warmUp, total) = (Parameter<WarmUpSteps>.warmUpSteps, Parameter<Double?>.trainingSteps)
    self.init(parameters: [warmUp.description, total.description] + own.parameters) { fields, reading in
      let scheduler = own.scheduler(from: fields, &reading)
      let lengths = (warmUp.read(from: fields, &reading), total.read(from: fields, &reading))
      guard var trained = scheduler as? Trained<Curve>, case (let warmUp?, let total?) = lengths else { return nil }
      (trained.warmUp, trained.total) = (warmUp, total)
      return trained
    }
  }

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
    "num_warmup_steps", "Steps of warm-up, or a percentage of num_training_steps rounded up: \"6%\".")
}

extension Parameter<Double?> {
  static let trainingSteps = Parameter(
    "num_training_steps", default: nil, "Steps of the whole run, warm-up included; null for those of the run.")
}
