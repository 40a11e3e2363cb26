import Diagnostics

extension Fvcore {
  /// Takes the values between milestones from a list.
  struct MultiStepParamScheduler: Schedule {
    private let values: [Double]
    private let count: Double
    private let milestones: [Double]

    init(values: [Double], count given: Double?, milestones list: [Double]?) throws(Diagnostic) {
      guard given != nil || list != nil, !values.isEmpty else { throw .told }
      var milestones = list ?? []
      if list == nil, let given {
        let width = (given / Double(values.count)).rounded(.up)
        milestones = (1..<values.count).map { width * Double($0) }
      } else if milestones.count != values.count - (given == nil ? 0 : 1) {
        throw Diagnostic(
          .value, "\(values.count) values need \(values.count - (given == nil ? 0 : 1)) milestones", of: "milestones")
      }
      let count = given ?? milestones.removeLast()
      if count < Double(values.count) {
        throw Diagnostic(
          .value, "there are fewer updates, \(Shown.number(count)), than values, \(values.count)", of: "num_updates")
      }
      var before = 0.0
      for milestone in milestones {
        if milestone >= count || milestone <= before {
          throw Diagnostic(
            .value, "milestones must increase, and be less than \(Shown.number(count))", of: "milestones")
        }
        before = milestone
      }
      self.values = values
      self.count = count
      self.milestones = milestones
    }

    static let kind = Kind(
      "MultiStepParamScheduler", short: "multistep", .fvcore, "Takes the values between milestones from a list.",
      formula: "v(w) = values[number of milestones ≤ ⌊(w + 10⁻⁶)·num_updates⌋], w = t/max_iter",
      differs: """
        Without num_updates the last milestone is the end; without milestones the stretches are equal. num_updates and \
        max_iter are two things: milestones are parts of the first. Refused behind the end.
        """,
      source: "fvcore.common.param_scheduler.MultiStepParamScheduler, 0.1.5.post20221221",
      example: #"{"values": [0.1, 0.01, 0.001], "milestones": [30, 45, 60], "max_iter": 60}"#
    ) {
      let counts = Bounds.between(-1e12, 1e12)
      return Declaration(
        Parameter<[Double]>("values", "The values of the stretches."),
        Parameter<Double?>("num_updates", default: nil, in: counts, "The count that milestones belong to."),
        Parameter<[Double]?>("milestones", default: nil, in: counts, "Where the next value begins."), and: maxIter
      ) { (maxIter, values, count, milestones) throws(Diagnostic) in
        Ruled(Timed(try MultiStepParamScheduler(values: values, count: count, milestones: milestones), maxIter))
      }.requiring(.anyOf([["num_updates"], ["milestones"]]), .filled("values"))
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      if position > 1 {
        throw Diagnostic(.run, "a step is asked for behind the end of the training", hint: "raise max_iter")
      }
      let update = ((position + epsilon) * count).rounded(.towardZero)
      return values[Python.bisect(milestones, update)]
    }

    var label: String { "steps" }
    var motion: Motion { .jumps }
    var stretches: [Stretch] {
      ([0] + milestones.map { $0 / count }).prefix(Stretches.most).enumerated()
        .map { ($1, .jumps, "step \($0 + 1)") }
    }
  }
}
