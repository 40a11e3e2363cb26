import Diagnostics
import JSON
import Text

/// Numbers by the step from which they count, as optax has its boundaries: an object whose keys are steps.
struct StepMap: ParameterValue {
  /// In the order of the steps.
  let entries: [(step: Int, value: Double)]

  static var valueType: ValueType { .stepMap }

  static func read(_ value: Value, _ reading: inout Reading) -> StepMap? {
    guard case .object(let members) = value.content else { return reading.mismatch(value, valueType) }
    let parameter = reading.subject
    var entries: [(step: Int, value: Double)] = []
    var steps: Set<Int> = []
    for member in members {
      guard let step = Int(member.key), step.magnitude <= 1_000_000_000_000_000 else {
        reading.report(
          Diagnostic(.value, "\(parameter) has steps as its keys, not “\(member.key)”", at: member.keyRange))
        return nil
      }
      guard let number = Double.read(member.value, &reading) else { return nil }
      if !steps.insert(step).inserted {
        reading.report(Diagnostic(.value, "\(parameter) has step \(step) already", at: member.keyRange))
        return nil
      }
      entries.append((step, number))
    }
    return StepMap(entries: entries.sorted { $0.step < $1.step })
  }

  var numbers: [Double] { entries.map(\.value) }
  var shown: String { "{\(entries.map { "\"\($0.step)\": \($0.value.shown)" }.joined(separator: ", "))}" }
}
