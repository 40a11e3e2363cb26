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

  /// The schedule file of a run of so many steps.
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

  /// Its rates in a run of so many steps; `nil` where it cannot be run.
  func rates(steps: Int) -> [Double]? {
    let spec = try? Spec.read(document(steps: steps)) { (name) throws(Diagnostic) in
      throw Diagnostic(.io, "\(name) is not read")
    }
    guard let spec, let curve = try? Run.curve(of: spec) else { return nil }
    return curve.columns(of: .lr).first?.values
  }
}
