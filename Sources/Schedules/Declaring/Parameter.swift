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
  /// Whether the framework itself takes a length that is not a whole number, and so also a part of one.
  private let isReal: Bool
}

extension Parameter where Value: ParameterValue {
  /// A parameter that must be given.
  init(_ name: String, role: Role? = nil, isReal: Bool = false, in bounds: Bounds? = nil, _ help: String) {
    self.name = name
    self.help = help
    self.role = role
    standard = nil
    self.bounds = bounds
    self.isReal = isReal
  }

  /// A parameter with the framework's default.
  init(
    _ name: String, role: Role? = nil, isReal: Bool = false, default standard: Value, in bounds: Bounds? = nil,
    _ help: String
  ) {
    self.name = name
    self.help = help
    self.role = role
    self.standard = standard
    self.bounds = bounds
    self.isReal = isReal
  }

  @_semantics("optimize.sil.specialize.generic.never")
  var description: ParameterDescription {
    ParameterDescription(
      name: name, help: help, role: role, valueType: Value.valueType, standard: standard?.shown, bounds: bounds)
  }

  /// A number between 0 and 1 where a length is wanted in steps: what a framework calls a ratio, most likely.
  ///
  /// Where the framework says that it takes any number, half a step is what it says.
  private func part(of value: JSON.Value) -> Double? {
    guard !isReal, role != nil, case .number(let number) = value.content, number.value > 0, number.value < 1,
      description.takesParts
    else { return nil }
    return number.value
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
    if let part = part(of: member.value) {
      reading.report(
        Diagnostic(
          .value, "“\(name)” is \(Shown.number(part)), which is less than one step", at: member.value.range,
          hint: "for a fraction of the run, write “\(Shown.percent(part))”"))
      return nil
    }
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
  package let valueType: ValueType
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

  /// A part of a whole as a percentage: `6%`.
  package static func percent(_ part: Double) -> String {
    // Digits that only the multiplication brings are left out.
    number((part * 1e12).rounded() / 1e10) + "%"
  }
}
