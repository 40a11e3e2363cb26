import Diagnostics

extension Composer {
  /// What a scheduler of Composer is: a factor on the base rate at a time, in batches.
  protocol Factor: Sendable {
    /// Turns its times into batches.
    mutating func settle(in training: Training) throws(Diagnostic)
    func value(at now: Double) throws(Diagnostic) -> Double
    /// The time that it describes, if it says so.
    var end: Time? { get }
    var motion: Motion { get }
    /// Its stretches, each from a number of batches on.
    var stretches: [(start: Double, motion: Motion, label: String)] { get }
  }

  /// Multiplies base rates by a factor, that of the batch before.
  struct Factored<F: Factor>: Rule {
    private var factor: F
    private var training: Training

    init(_ factor: F, ratio: Double) {
      self.factor = factor
      training = Training(ratio: ratio)
    }

    mutating func adopt(_ run: RunLength) { training.run = run }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try factor.settle(in: training) }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      // Composer's trainer steps its schedulers before it counts the batch.
      base * (try factor.value(at: Double(max(0, step - 1))))
    }

    private func end(_ unit: Time.Unit) -> Double? {
      guard let end = factor.end, end.unit == unit, end.value > 0 else { return nil }
      return end.value * training.ratio
    }

    var length: Double? { end(.batches) }
    var lengthInEpochs: Double? { end(.epochs) }
    var motion: Motion { factor.motion }

    var phases: [Phase] {
      var noted = Stretches()
      for stretch in factor.stretches {
        noted.begin(stretch.label, at: stretch.start > 0 ? stretch.start + 1 : 0, stretch.motion)
      }
      return noted.phases
    }
  }

  /// The trainer's own argument, which stretches all of its schedules.
  static let ratio = Parameters(
    Parameter<Double>(
      "scale_schedule_ratio", default: 1, in: .above(0),
      "The trainer's factor on all times but parts of the training and, mostly, the warm-up."),
    make: { $0 })
}

extension Composer.Factor {
  var end: Composer.Time? { nil }
  var motion: Motion { .moves }
  var stretches: [(start: Double, motion: Motion, label: String)] { [] }
}

extension Parameter<Composer.Time> {
  static let tMax = Parameter("t_max", default: .wholeTraining, "The end of the schedule.")
}

extension Parameter<Double> {
  static let alphaF = Parameter("alpha_f", default: 0, "The last factor.")
}
