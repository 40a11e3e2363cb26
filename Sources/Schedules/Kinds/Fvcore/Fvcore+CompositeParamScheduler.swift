import Diagnostics

extension Fvcore {
  /// Runs param schedulers one after the other, each in a part of the training.
  struct CompositeParamScheduler: Schedule {
    enum Scaling: String, Choice { case rescaled, fixed }

    private let schedules: [any Schedule]
    private let lengths: [Double]
    private let scalings: [Scaling]
    private let labels: [String]

    /// `labels` are what the parts are called in pictures, unless as they call themselves.
    init(
      _ schedules: [any Schedule], lengths given: [Double], scalings: [Scaling], labels: [String]? = nil
    ) throws(Diagnostic) {
      guard schedules.count == given.count else {
        throw Diagnostic(
          .value, "\(schedules.count) schedulers need as many lengths, not \(given.count)", of: "lengths")
      }
      guard let last = given.indices.last else {
        throw Diagnostic(.value, "there must be at least one scheduler", of: "schedulers")
      }
      var lengths = given
      let sum = given.reduce(0, +)
      if abs(sum - 1) >= 1e-3 {
        throw Diagnostic(.value, "the lengths must add up to 1, not \(sum)", of: "lengths")
      }
      if sum != 1 { lengths[last] = 1 - given.dropLast().reduce(0, +) }
      self.schedules = schedules
      self.lengths = lengths
      self.scalings = scalings
      self.labels = labels ?? schedules.map(\.label)
    }

    static let kind = Kind(
      "CompositeParamScheduler", short: "composite", .fvcore,
      "Runs param schedulers one after the other, each in a part of the training.",
      formula: """
        v(w) = vᵢ(w) with fixed, or vᵢ((w − startᵢ)/lengthᵢ) with rescaled, i the first whose end is not before w + 10⁻⁶
        """,
      differs:
        "torch's SequentialLR counts steps, and begins each at its own 0; here fixed ones go on as if always there.",
      source: "fvcore.common.param_scheduler.CompositeParamScheduler, 0.1.5.post20221221",
      example: """
        {"schedulers": [{"type": "fvcore.LinearParamScheduler", "start_value": 0.01, "end_value": 0.1}, \
        {"type": "fvcore.CosineParamScheduler", "start_value": 0.1, "end_value": 0}], \
        "lengths": [0.1, 0.9], "interval_scaling": ["rescaled", "rescaled"], "max_iter": 60}
        """
    ) {
      Declaration(
        Parameter<Children>("schedulers", "The param schedulers, in order."),
        Parameter<[Double]>("lengths", "What part of the training each has."),
        Parameter<[Scaling]>("interval_scaling", "Whether each counts its own part, rescaled, or the training, fixed."),
        and: maxIter
      ) { (maxIter, children, lengths, scalings) throws(Diagnostic) in
        var schedules: [any Schedule] = []
        for node in children.nodes { schedules.append(try schedule(in: node, of: "schedulers")) }
        return Ruled(
          Timed(try CompositeParamScheduler(schedules, lengths: lengths, scalings: scalings), maxIter))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      var index = 0
      var end = lengths[0]
      while position + epsilon > end, index < schedules.count - 1 {
        index += 1
        end += lengths[index]
      }
      guard index < scalings.count else {
        throw Diagnostic(.run, "“interval_scaling” has no word for scheduler \(index + 1)", of: "interval_scaling")
      }
      if scalings[index] == .fixed { return try schedules[index].value(at: position) }
      let start = end - lengths[index]
      return try schedules[index].value(at: try Python.quotient(position - start, lengths[index], "a length"))
    }

    var motion: Motion { schedules.allSatisfy { $0.motion == .jumps } ? .jumps : .moves }
    var label: String { "composite" }
    var stretches: [Stretch] {
      var stretches: [Stretch] = []
      var start = 0.0
      for (index, length) in lengths.enumerated() {
        let schedule = schedules[index]
        let isFixed = index < scalings.count && scalings[index] == .fixed
        stretches.append((start, schedule.motion, labels[index]))
        for inner in schedule.stretches {
          let begin = isFixed ? inner.start : start + inner.start * length
          if begin < start + length { stretches.append((max(start, begin), inner.motion, inner.label)) }
        }
        start += length
      }
      return stretches
    }
  }
}
