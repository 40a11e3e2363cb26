import Diagnostics
import JSON

/// The parameters of a kind, and how a scheduler is made of them.
package struct Declaration: Sendable {
  /// What may be written, in the framework's order.
  package let parameters: [ParameterDescription]
  private let make: @Sendable (Fields, inout Reading) -> (any Scheduler)?

  /// Declares a scheduler by its parameters and an initializer that takes them in the same order.
  init<each Value: ParameterValue, S: Scheduler>(
    _ parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> S
  ) {
    var descriptions: [ParameterDescription] = []
    repeat descriptions.append((each parameter).description)
    parameters = descriptions
    self.make = { fields, reading in
      let values = (repeat (each parameter).read(from: fields, &reading))
      do throws(Diagnostic) {
        return try make(repeat try Declaration.present(each values))
      } catch {
        // A value that is missing has been told of already.
        if error.parameter != Declaration.alreadyTold {
          let member = error.parameter.flatMap { fields[$0] }
          reading.report(error.located(at: member?.value.range ?? fields.nameRange))
        }
        return nil
      }
    }
  }

  private init(
    parameters: [ParameterDescription], make: @escaping @Sendable (Fields, inout Reading) -> (any Scheduler)?
  ) {
    self.parameters = parameters
    self.make = make
  }

  /// Declares a torch recurrence: its own parameters, and torch's `last_epoch` behind them.
  init<each Value: ParameterValue, R: Recurrence>(
    recurrence parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> R
  ) {
    self.init(
      clocked: repeat each parameter,
      make: { (value: repeat each Value) throws(Diagnostic) in Recurring(try make(repeat each value)) })
  }

  /// Declares a rule by its parameters.
  init<each Value: ParameterValue, R: Rule>(
    rule parameter: repeat Parameter<each Value>,
    make: @escaping @Sendable (repeat each Value) throws(Diagnostic) -> R
  ) {
    self.init(
      repeat each parameter,
      make: { (value: repeat each Value) throws(Diagnostic) in Ruled(try make(repeat each value)) })
  }

  /// Declares a scheduler on torch's clock: its own parameters, and torch's `last_epoch` behind them.
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
    make(fields, &reading)
  }

  /// Marks the error that only ends the making of a scheduler; no parameter is called like this.
  private static let alreadyTold = "(told)"

  private static func present<Value>(_ value: Value?) throws(Diagnostic) -> Value {
    guard let value else { throw Diagnostic(.param, "a value is missing", of: alreadyTold) }
    return value
  }
}

extension Parameter<Int> {
  /// torch's argument for resuming a run: the last finished epoch.
  static let lastEpoch = Parameter(
    "last_epoch", default: -1, in: .between(-1_000_000_000, 1_000_000_000),
    "The last finished epoch of a run that is resumed; -1 starts afresh.")
}
