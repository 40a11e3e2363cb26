package import Diagnostics
package import JSON

/// How many steps an epoch has: a number, or what a data loader makes of a data set.
package struct EpochLength: Sendable, Equatable {
  package let steps: Int
  /// How many processes share the steps; 1 for a plain number, which says nothing of them.
  package let worldSize: Int
  /// What an update sees, where it is made of a data set.
  let batch: Batch?

  init(steps: Int, worldSize: Int = 1, batch: Batch? = nil) {
    self.steps = steps
    self.worldSize = worldSize
    self.batch = batch
  }

  /// An epoch of a file that says nothing.
  static let standard = EpochLength(steps: 1)
  static let bounds = Bounds.between(1, 1e12)

  /// Reads the value of `steps_per_epoch`.
  ///
  /// Throws everything that is wrong with it.
  package static func read(_ value: Value) throws(DiagnosticList) -> EpochLength {
    var reading = Reading()
    let length = read(value, &reading)
    guard let length, reading.problems.isEmpty else { throw reading.inOrder }
    return length
  }

  /// Reads it beside the batch that a file may give.
  static func read(_ value: Value, batch: Batch? = nil, _ reading: inout Reading) -> EpochLength? {
    switch value.content {
    case .number:
      let member = Member(key: "steps_per_epoch", at: value.range, value: value)
      let fields = Fields([member], of: "a schedule file", namedAt: value.range)
      return Parameter<Int>("steps_per_epoch", in: bounds, "Steps of an epoch.").read(from: fields, &reading)
        .map { EpochLength(steps: $0) }
    case .object(let members):
      if let batch { return DataLoader.read(members, of: value, batch: batch, &reading) }
      return DataLoader.read(members, of: value, &reading)
        .map { EpochLength(steps: $0.steps, worldSize: $0.worldSize, batch: $0.update) }
    default:
      reading.report(
        Diagnostic(
          .value, "“steps_per_epoch” is a number or an object, not \(value.typeName)", at: value.range,
          hint: "for example, {\"dataset_size\": 50000, \"batch_size\": 128}"))
      return nil
    }
  }
}
