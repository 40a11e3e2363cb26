import Diagnostics

/// A schedule of timm after its warm-up: the rate as a function of the step.
protocol TimmCurve: Sendable {
  /// Whether a warm-up that is not a prefix leads to the schedule’s rate at its end, instead of the base rate.
  static var isMetByWarmUp: Bool { get }
  /// Checks what depends on the warm-up.
  mutating func prepare(_ warmUp: TimmWarmUp) throws(Diagnostic)
  /// The rate in a step, counted from where the schedule starts.
  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double
  /// How many steps it describes, the warm-up aside.
  var length: Double? { get }
  var motion: Motion { get }
  /// Where its phases begin, the first of them at `start`.
  func beginnings(from start: Double) -> [Phase.Beginning]
}

extension TimmCurve {
  static var isMetByWarmUp: Bool { false }
  mutating func prepare(_ warmUp: TimmWarmUp) throws(Diagnostic) {}
  var motion: Motion { .moves }
}

/// Runs a curve as timm does: what its constructor leaves in the optimizer, then the curve's rate of each step with noise.
///
/// timm's training script asks for step t + 1 at the end of step t. Every rate is multiplied by the group's `lr_scale`.
/// Source: `timm.scheduler.scheduler.Scheduler`, 1.0.31.
struct TimmScheduler<Curve: TimmCurve>: Clocked {
  private var curve: Curve
  fileprivate var arguments = TimmArguments()
  var clock = Clock()

  init(_ curve: Curve) { self.curve = curve }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try arguments.checkInitialRates(of: optimizer)
    try curve.prepare(arguments.warmUp)
  }

  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    let noise = clock.epoch > 0 ? try arguments.noise.part(at: clock.epoch) : nil
    for (index, base) in clock.bases.enumerated() {
      var rate = clock.epoch > 0 ? try rate(at: Double(clock.epoch), base: base) : try first(base: base)
      if let noise { rate += rate * noise }
      optimizer.groups[index].lr = rate * (optimizer.groups[index][.lrScale] ?? 1)
    }
  }

  mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
    if let count { clock.epoch = count }
    try write(to: &optimizer, isInitial: false)
  }

  /// What the constructor writes, which is not always what the curve has at step 0.
  private func first(base: Double) throws(Diagnostic) -> Double {
    guard arguments.warmUp.isWanted else { return base }
    _ = try target(base: base)
    return arguments.warmUp.start
  }

  private func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    let warmUp = arguments.warmUp
    if step < warmUp.length { return warmUp.rate(at: step, to: try target(base: base)) }
    return try curve.rate(at: warmUp.isPrefix ? step - warmUp.length : step, base: base)
  }

  /// Where the warm-up leads.
  private func target(base: Double) throws(Diagnostic) -> Double {
    guard Curve.isMetByWarmUp, !arguments.warmUp.isPrefix else { return base }
    return try curve.rate(at: arguments.warmUp.length, base: base)
  }

  var overwrites: Bool { true }
  var usesScales: Bool { true }
  var interval: Interval? { arguments.countsEpochs ? nil : .step }
  var motion: Motion { arguments.warmUp.length > 0 ? .moves : curve.motion }
  var length: Double? { curve.length.map { arguments.warmUp.isPrefix ? $0 + arguments.warmUp.length : $0 } }

  var phases: [Phase] {
    let warmUp = arguments.warmUp
    // What is said to begin earlier has been running during the warm-up.
    let rest = curve.beginnings(from: warmUp.isPrefix ? warmUp.length : 0).map {
      (max(warmUp.length, $0.start), $0.motion, $0.label)
    }
    return Phase.named(warmUp: warmUp.length, then: rest)
  }
}

extension TimmArguments {
  /// Refuses groups without a base rate where none may be made.
  func checkInitialRates(of optimizer: Optimizer) throws(Diagnostic) {
    guard !initializes, let index = optimizer.groups.firstIndex(where: { $0.initialLR == nil }) else { return }
    throw Diagnostic(
      .value, "“initialize” is false, but param group \(index) has no initial_lr",
      hint: "give each group its “initial_lr”")
  }
}

extension Declaration {
  /// Declares a schedule of timm: its own arguments, and those that all of them share.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue, Curve: TimmCurve>(
    timm parameter: repeat Parameter<each Value>, sharing choice: TimmArguments.Selection,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> Curve
  ) {
    let own = Declaration(
      repeat each parameter,
      make: { (value: repeat each Value) throws(Diagnostic) in TimmScheduler(try make(repeat each value)) })
    self.init(parameters: own.parameters + TimmArguments.parameters(choice)) { fields, reading in
      let scheduler = own.scheduler(from: fields, &reading)
      guard let arguments = TimmArguments.read(choice, from: fields, &reading),
        var timed = scheduler as? TimmScheduler<Curve>
      else { return nil }
      timed.arguments = arguments
      return timed
    }
    self = requiring(.filled("noise_range_t"))
  }
}
