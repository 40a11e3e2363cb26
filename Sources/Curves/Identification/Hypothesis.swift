import Diagnostics
package import JSON
package import Schedules
import Text

/// A kind with parameters that may have made some readings.
package struct Hypothesis: Sendable {
  package let kind: Kind
  /// The parameters that are given, in the kind’s order.
  package let parameters: [(name: String, value: Value)]
  package let base: Double
  /// A linear warm-up in front of it: the part of the base rate that it begins with, and its steps.
  package let warmUp: (start: Double, steps: Int)?

  /// The schedule file of a run of a given number of steps.
  package func document(steps: Int) -> Value {
    let type: [(key: String, value: Value)] = [("type", Value(.string(kind.fullName)))]
    let node = type + parameters.map { ($0.name, $0.value) }
    let scheduler: Value
    if let warmUp {
      scheduler = .object([
        ("type", Value(.string(Catalogue.sequence.name))), ("milestones", [.integer(warmUp.steps)]),
        (
          "schedulers",
          Value(
            .array([
              .object([
                ("type", Value(.string(Catalogue.linear.name))), ("start_factor", .number(warmUp.start)),
                ("total_iters", .integer(warmUp.steps)),
              ]), .object(node),
            ]))
        ),
      ])
    } else {
      scheduler = .object(node)
    }
    return .object([
      ("steps", .integer(steps)), ("optimizer", .object([("type", "SGD"), ("lr", .number(base))])),
      ("scheduler", scheduler),
    ])
  }

  /// The schedule of a run of a given number of steps; `nil` where it cannot be made.
  func stepper(steps: Int) -> Stepper? {
    let spec = try? Spec.read(document(steps: steps)) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, "\(name) is not read")
    }
    return spec?.plans.first.flatMap { try? Stepper($0.optimizer, $0.nodes) }
  }

  /// How complex it is: the fewer its values, and the rounder they are, the likelier they were chosen by a person.
  var cost: Int {
    let values =
      parameters.map(\.value) + [.number(base)] + (warmUp.map { [.number($0.start), .integer($0.steps)] } ?? [])
    return values.reduce(0) { $0 + Hypothesis.cost(of: $1) }
  }

  private static func cost(of value: Value) -> Int {
    switch value.content {
    case .number(let number): 4 + max(0, digits(of: number.value) - 2)
    case .array(let elements): elements.reduce(2) { $0 + cost(of: $1) }
    default: 3
    }
  }

  /// How many significant digits a number is written with.
  static func digits(of value: Double) -> Int {
    var digits = Array("\(abs(value))".utf8).filter { $0 != UInt8(ascii: ".") }
    if let exponent = digits.firstIndex(of: UInt8(ascii: "e")) { digits.removeSubrange(exponent...) }
    while digits.first == UInt8(ascii: "0") { digits.removeFirst() }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits.count
  }
}
