import Diagnostics
import Text

extension Family {
  static let fvcore = Family(name: "fvcore", title: "fvcore", interval: .step, resumes: .torch) { Fvcore.kinds }
}

/// The param schedulers of fvcore: `fvcore.common.param_scheduler`, 0.1.5.post20221221.
///
/// Each is a function of `where`, the part of the training that is over. By itself it gives the rate; under detectron2's
/// LRMultiplier it gives the factor on each group's own.
enum Fvcore {
  static let kinds: [Kind] = [
    kind(
      "ConstantParamScheduler", short: "constant", "Constant.",
      formula: "v(w) = value, w = t/max_iter < 1",
      differs: "It is refused from update max_iter on.",
      example: #"{"value": 0.1, "max_iter": 50}"#
    ) {
      declaration(Parameter("value", role: .peak, "The value.")) { value in constant(value) }
    },
    kind(
      "CosineParamScheduler", short: "cosine", "Cosine change from one value to another.",
      formula: "v(w) = end + (start − end)·(1 + cos πw)/2, w = t/max_iter",
      differs: "The last update is one step short of the end; after it the value rises again.",
      example: #"{"start_value": 0.1, "end_value": 0.0001, "max_iter": 50}"#
    ) {
      declaration(startValue, endValue) { start, end in cosine(from: start, to: end) }
    },
    kind(
      "ExponentialParamScheduler", short: "exponential", "Exponential decay to a fraction of the initial value.",
      formula: "v(w) = start·decay^w, w = t/max_iter",
      differs: "decay is the factor of the whole training, where torch's gamma is that of a step.",
      example: #"{"start_value": 0.1, "decay": 0.02, "max_iter": 50}"#
    ) {
      declaration(startValue, Parameter<Double>("decay", "The fraction of it that is left at the end.")) {
        start, decay in
        ParamScheduler("decay") { (position) throws(Diagnostic) in start * (try Python.power(decay, position)) }
      }
    },
    kind(
      "LinearParamScheduler", short: "linear", "Linear change from one value to another.",
      formula: "v(w) = end·w + start·(1 − w), w = t/max_iter",
      differs: "The last update is one step short of the end; after it the line continues.",
      example: #"{"start_value": 0.1, "end_value": 0.001, "max_iter": 50}"#
    ) {
      declaration(startValue, endValue) { start, end in linear(from: start, to: end) }
    },
    kind(
      "PolynomialDecayParamScheduler", short: "polynomial", "Polynomial decay to zero.",
      formula: "v(w) = base_value·(1 − w)^power, w = t/max_iter",
      differs: "The last update is one step short of zero.",
      example: #"{"base_value": 0.1, "power": 0.9, "max_iter": 50}"#
    ) {
      declaration(
        Parameter<Double>("base_value", role: .start, "The first value."),
        Parameter<Double>("power", "The power; 1 is linear.")
      ) { base, power in
        ParamScheduler("poly") { (position) throws(Diagnostic) in base * (try Python.power(1 - position, power)) }
      }
    },
    kind(
      "StepParamScheduler", short: "step", "Values from a list, each for an equal part of the training.",
      formula: "v(w) = values[⌊(w + 10⁻⁶)·length⌋], w = t/max_iter",
      differs: "It is refused from update max_iter on. num_updates is asked for, and used for nothing.",
      example: #"{"num_updates": 60, "values": [0.1, 0.01, 0.001], "max_iter": 60}"#
    ) {
      declaration(
        Parameter<Double>("num_updates", in: .above(0), "Required, but unused."),
        Parameter<[Double]>("values", "The values of the stretches.")
      ) { _, values in steps(values) }.requiring(.filled("values"))
    },
    kind(
      "StepWithFixedGammaParamScheduler", short: "step-gamma", "Drops by a factor several times, at equal distances.",
      formula: "v(w) = base_value·gamma^⌊(w + 10⁻⁶)·(num_decays + 1)⌋, w = t/max_iter",
      differs: "torch's StepLR takes the length of a stretch; this one the number of drops.",
      example: #"{"base_value": 0.1, "num_decays": 3, "gamma": 0.5, "num_updates": 60, "max_iter": 60}"#
    ) {
      declaration(
        Parameter<Double>("base_value", role: .start, in: .above(0), "The first value."),
        Parameter<Int>("num_decays", in: .between(1, 1e6), "The number of drops."),
        Parameter<Double>("gamma", role: .factor, in: .above(0), "The factor of each drop."),
        Parameter<Int>("num_updates", in: .between(1, 1e12), "Required, but unused.")
      ) { base, decays, gamma, _ in steps(drops(from: base, by: gamma, decays)) }
    },
    kind(
      "MultiStepParamScheduler", short: "multistep", "Piecewise constant: the values between milestones from a list.",
      formula: "v(w) = values[number of milestones ≤ ⌊(w + 10⁻⁶)·num_updates⌋], w = t/max_iter",
      differs: """
        Without num_updates the last milestone is the end; without milestones the stretches are equal. num_updates and \
        max_iter are two things: milestones are parts of the first. Refused after the end.
        """,
      example: #"{"values": [0.1, 0.01, 0.001], "milestones": [30, 45, 60], "max_iter": 60}"#
    ) {
      declaration(
        Parameter<[Double]>("values", "The values of the stretches."),
        Parameter<Double?>("num_updates", default: nil, in: counts, "The count that milestones belong to."),
        Parameter<[Double]?>("milestones", default: nil, in: counts, "Where the next value starts.")
      ) { (values, count, milestones) throws(Diagnostic) in
        try steps(values, count: count, milestones: milestones)
      }.requiring(.anyOf([["num_updates"], ["milestones"]]), .filled("values"))
    },
    kind(
      "CompositeParamScheduler", short: "composite",
      "Runs parameter schedulers one after another, each over its fraction of the training.",
      formula: """
        v(w) = vᵢ(w) with fixed, or vᵢ((w − startᵢ)/lengthᵢ) with rescaled, i the first whose end is not before w + 10⁻⁶
        """,
      differs:
        "torch's SequentialLR counts steps, and begins each at its own 0; here fixed ones go on as if always there.",
      example: """
        {"schedulers": [{"type": "fvcore.LinearParamScheduler", "start_value": 0.01, "end_value": 0.1}, \
        {"type": "fvcore.CosineParamScheduler", "start_value": 0.1, "end_value": 0}], \
        "lengths": [0.1, 0.9], "interval_scaling": ["rescaled", "rescaled"], "max_iter": 60}
        """
    ) {
      declaration(
        Parameter<Children>("schedulers", "The parameter schedulers, in order."),
        Parameter<[Double]>("lengths", "The fraction of the training that each takes."),
        Parameter<[Scaling]>("interval_scaling", "Whether each counts its own part, rescaled, or the training, fixed.")
      ) { (children, lengths, scalings) throws(Diagnostic) in
        var schedules: [ParamScheduler] = []
        for node in children.nodes { schedules.append(try schedule(in: node, of: "schedulers")) }
        return try composite(schedules, lengths: lengths, scalings: scalings)
      }
    },
  ]

  private static func kind(
    _ name: String, short: String, _ summary: String, formula: String, differs: String, example: String,
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, short: short, .fvcore, summary, formula: formula, differs: differs,
      source: "fvcore.common.param_scheduler.\(name), 0.1.5.post20221221", example: example, declare: declare)
  }

  private static let startValue = Parameter<Double>("start_value", role: .start, "The first value.")
  private static let endValue = Parameter<Double>("end_value", "The value after the last step.")
  private static let counts = Bounds.between(-1e12, 1e12)

  /// A scheduler's own parameters and, after them, how long the training is; its value is the rate of every group.
  @_semantics("optimize.sil.specialize.generic.never")
  static func declaration<each V: ParameterValue>(
    _ parameter: repeat Parameter<each V>,
    schedule: @escaping @Sendable (repeat each V) throws(Diagnostic) -> ParamScheduler
  ) -> Declaration {
    let maxIter = Parameters(
      Parameter<Int?>(
        "max_iter", role: .length, default: nil, in: .between(1, 1e12),
        "Updates of the training; the run's if null. Not for one inside another.")
    ) { (count: Int?) in count }
    return Declaration(repeat each parameter, and: maxIter) { (given, values: repeat each V) throws(Diagnostic) in
      let schedule = try schedule(repeat each values)
      return try LawScheduler { (context) throws(Diagnostic) in
        guard let total = (given ?? context.run.map { max(1, $0.count) }).map(Double.init) else {
          return schedule.law(length: nil) { (_, _) throws(Diagnostic) in
            throw Diagnostic(.param, "“max_iter” is not given, and no run gives it")
          }
        }
        var law = schedule.law(length: given == nil ? nil : total) { (step, _) throws(Diagnostic) in
          try schedule.value(Double(step) / total)
        }
        law.phases = schedule.phases(of: total)
        return law
      }
    }
  }

  /// The param scheduler inside another one, or inside detectron2's multiplier.
  static func schedule(in node: Node, of parameter: String) throws(Diagnostic) -> ParamScheduler {
    let law = try (node.scheduler as? LawScheduler)?.law(in: RunContext())
    guard let law, let schedule = law.content as? ParamScheduler else {
      throw Diagnostic(
        .value, "“\(parameter)” is one of fvcore’s param schedulers, not \(node.name)", at: node.range,
        hint: "for example, fvcore.CosineParamScheduler")
    }
    if law.length != nil {
      throw Diagnostic(
        .value, "“max_iter” belongs to the outermost scheduler", at: node.range, hint: "leave it out here")
    }
    return schedule
  }
}
