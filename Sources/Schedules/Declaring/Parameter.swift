import Diagnostics
import JSON
import Text

/// One parameter of a kind: its name, what it takes, its default and its bounds.
///
/// What a value must be able to do is asked for by the functions and not by the type: to make a generic type with
/// conditions, the program searches all its conformances when it starts.
struct Parameter<Value: Sendable>: Sendable {
  /// The framework's own spelling.
  let name: String
  /// What it means, in one sentence.
  let help: String
  /// What it does to the schedule, if that is something to ask for.
  let role: Role?
  private let standard: Value?
  private let bounds: Bounds?
}

extension Parameter where Value: ParameterValue {
  /// A parameter that must be given.
  init(_ name: String, role: Role? = nil, in bounds: Bounds? = nil, _ help: String) {
    self.name = name
    self.help = help
    self.role = role
    standard = nil
    self.bounds = bounds
  }

  /// A parameter with the framework's default.
  init(
    _ name: String, role: Role? = nil, default standard: Value, in bounds: Bounds? = nil, _ help: String
  ) {
    self.name = name
    self.help = help
    self.role = role
    self.standard = standard
    self.bounds = bounds
  }

  @_semantics("optimize.sil.specialize.generic.never")
  var description: ParameterDescription {
    ParameterDescription(
      name: name, help: help, role: role, shape: Value.shape, standard: standard?.shown, bounds: bounds)
  }

  /// The value that a node gives, or the default; `nil` after the reason has been reported.
  @_semantics("optimize.sil.specialize.generic.never")
  func read(from fields: Fields, _ reading: inout Reading) -> Value? {
    guard let member = fields[name] else {
      if standard == nil, !fields.isMisspelled(name) {
        reading.report(
          Diagnostic(
            .param, "\(fields.owner) needs “\(name)”", at: fields.nameRange, of: name, hint: "“\(name)”: \(help)"))
      }
      return standard
    }
    reading.parameter = name
    guard let value = Value.read(member.value, &reading) else { return nil }
    if let bounds {
      for number in value.numbers where !bounds.contains(number) {
        reading.report(
          Diagnostic(
            .value, "“\(name)” must be \(bounds.words), not \(Shown.number(number))", at: member.value.range))
        return nil
      }
    }
    return value
  }
}

/// A parameter as manuals, schemas and flags see it.
package struct ParameterDescription: Sendable, Equatable {
  package let name: String
  package let help: String
  package let role: Role?
  package let shape: Shape
  /// The default as one would write it in JSON; `nil` when the parameter must be given.
  package let standard: String?
  package let bounds: Bounds?

  package var isRequired: Bool { standard == nil }
}

/// Numbers in messages and manuals.
package enum Shown {
  /// A number as a person would write it: `50`, `0.1`, `1e-06`.
  package static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 { return String(whole) }
    return value.description
  }
}
