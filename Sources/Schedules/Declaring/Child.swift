import Diagnostics
import JSON

/// The scheduler inside another one.
struct Child: ParameterValue {
  var node: Node

  static var valueType: ValueType { .scheduler }

  static func read(_ value: Value, _ reading: inout Reading) -> Child? {
    Builder.node(value, &reading).map(Child.init)
  }

  var shown: String { "{…}" }
}
