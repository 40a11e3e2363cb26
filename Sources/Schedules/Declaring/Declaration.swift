import Diagnostics
import JSON

/// The parameters of a kind, and how a scheduler is made of them.
///
/// Nothing generic here is specialised: a declaration is read once a run, and copies for two hundred kinds would be a
/// quarter of what the compiler has to do.
package struct Declaration: Sendable {
  /// What may be written, in the framework's order.
  package let parameters: [ParameterDescription]
  /// What is asked of several of them together.
  package private(set) var requirements: [Requirement] = []
  private let make: @Sendable (Fields, inout Reading) -> (any Scheduler)?

  /// Declares a scheduler by its parameters and an initializer that takes them in the same order.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue, S: Scheduler>(
    _ parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> S
  ) {
    let own = Parameters(repeat each parameter, make: make)
    self.init(parameters: own.descriptions) { fields, reading in own.read(from: fields, &reading) }
  }

  /// Declares a scheduler by its own parameters and, after them, those that it has in common with others.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue, Common: Sendable, S: Scheduler>(
    _ parameter: repeat Parameter<each Value>, and common: Parameters<Common>,
    make: @escaping @Sendable (Common, repeat each Value) throws(Diagnostic) -> S
  ) {
    let own = Parameters(repeat each parameter, make: { (value: repeat each Value) in (repeat each value) })
    self.init(parameters: own.descriptions + common.descriptions) { fields, reading in
      let (mine, shared) = (own.read(from: fields, &reading), common.read(from: fields, &reading))
      guard let mine, let shared else { return nil }
      return Parameters<S>.made(of: fields, &reading) { () throws(Diagnostic) in try make(shared, repeat each mine) }
    }
  }

  /// Declares a scheduler whose values are read by hand, as where a family's parameters stand beside a kind's own.
  init(
    parameters: [ParameterDescription], make: @escaping @Sendable (Fields, inout Reading) -> (any Scheduler)?
  ) {
    self.parameters = parameters
    self.make = make
  }

  /// Declares a torch recurrence: its own parameters, and torch's `last_epoch` after them.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue, R: Recurrence>(
    recurrence parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> R
  ) {
    self.init(
      clocked: repeat each parameter,
      make: { (value: repeat each Value) throws(Diagnostic) in RecurrenceScheduler(try make(repeat each value)) })
  }

  /// Declares a schedule that is a function of the step, by its parameters.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue>(
    law parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> Law
  ) {
    self.init(
      repeat each parameter,
      make: { (value: repeat each Value) throws(Diagnostic) in LawScheduler(try make(repeat each value)) })
  }

  /// Declares a schedule that is a function of the step and depends on the run or the optimizer, by its parameters.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue>(
    bound parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (RunContext, repeat each Value) throws(Diagnostic) -> Law
  ) {
    self.init(repeat each parameter) { (value: repeat each Value) throws(Diagnostic) in
      try LawScheduler { (context) throws(Diagnostic) in try make(context, repeat each value) }
    }
  }

  /// The same with parameters that the kind has in common with others, after its own.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue, Common: Sendable>(
    bound parameter: repeat Parameter<each Value>, and common: Parameters<Common>,
    make: @escaping @Sendable (RunContext, Common, repeat each Value) throws(Diagnostic) -> Law
  ) {
    self.init(repeat each parameter, and: common) { (common, value: repeat each Value) throws(Diagnostic) in
      try LawScheduler { (context) throws(Diagnostic) in try make(context, common, repeat each value) }
    }
  }

  /// Declares a scheduler on torch's clock: its own parameters, and torch's `last_epoch` after them.
  @_semantics("optimize.sil.specialize.generic.never")
  init<each Value: ParameterValue, S: Clocked>(
    clocked parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> S
  ) {
    let own = Declaration(repeat each parameter, make: make)
    let lastEpoch = Parameter<Int>.lastEpoch
    self.init(parameters: own.parameters + [lastEpoch.description]) { fields, reading in
      let scheduler = own.scheduler(from: fields, &reading)
      guard let resumesAfter = lastEpoch.read(from: fields, &reading), var clocked = scheduler as? S else { return nil }
      clocked.clock.resumesAfter = resumesAfter
      return clocked
    }
  }

  /// Makes the scheduler; `nil` after everything wrong with its parameters has been reported.
  func scheduler(from fields: Fields, _ reading: inout Reading) -> (any Scheduler)? {
    var isMet = true
    for requirement in requirements where !requirement.isMet(by: fields, &reading) { isMet = false }
    let scheduler = make(fields, &reading)
    return isMet ? scheduler : nil
  }

  /// The same with what is asked of several parameters together; its maker may then throw `reported`.
  func requiring(_ requirement: Requirement...) -> Declaration {
    var copy = self
    copy.requirements += requirement
    return copy
  }
}

extension Parameter<Int> {
  /// torch's argument for resuming a run: the last finished epoch.
  static let lastEpoch = Parameter(
    "last_epoch", default: -1, in: .between(-1_000_000_000, 1_000_000_000),
    "The last finished epoch of a run that is resumed; -1 starts afresh.")
}
