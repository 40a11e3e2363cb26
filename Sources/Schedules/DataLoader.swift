import Diagnostics
import JSON

/// What makes the steps of an epoch: a data set, dealt out in batches to processes that add up gradients.
///
/// batches = dataset_size / (batch_size · world_size), rounded up, or down with drop_last; steps = batches / accumulate,
/// rounded up: the last update of an epoch takes what there is.
package struct DataLoader: Sendable {
  let datasetSize: Int
  let batchSize: Int
  let worldSize: Int
  let accumulate: Int
  let dropsLast: Bool

  private static let datasetSize = Parameter<Int>(
    "dataset_size", in: EpochLength.bounds, "Samples of the data set, all of which an epoch sees.")
  private static let batchSize = Parameter<Int>(
    "batch_size", in: EpochLength.bounds, "Samples of a batch of one process.")
  private static let worldSize = Parameter<Int>(
    "world_size", default: 1, in: EpochLength.bounds, "Processes that work at once, each on a batch of its own.")
  private static let accumulate = Parameter<Int>(
    "accumulate", default: 1, in: EpochLength.bounds, "Batches whose gradients make one update.")
  private static let dropsLast = Parameter<Bool>(
    "drop_last", default: false, "Whether a last batch that is not full is left out.")

  /// What may be written, in the order in which it is listed.
  package static var parameters: [ParameterDescription] {
    [
      datasetSize.description, batchSize.description, worldSize.description, accumulate.description,
      dropsLast.description,
    ]
  }

  /// Reads an object; refuses one that makes no step at all.
  static func read(_ members: [Member], of value: Value, _ reading: inout Reading) -> DataLoader? {
    var fields = Fields(members, of: "“steps_per_epoch”", namedAt: value.range.part(0, 1))
    fields.check(against: parameters.map(\.name), as: .spec, noun: "key", &reading)
    let (size, batch) = (datasetSize.read(from: fields, &reading), batchSize.read(from: fields, &reading))
    let (world, accumulate) = (worldSize.read(from: fields, &reading), accumulate.read(from: fields, &reading))
    let drops = dropsLast.read(from: fields, &reading)
    guard let size, let batch, let world, let accumulate, let drops else { return nil }
    let loader = DataLoader(
      datasetSize: size, batchSize: batch, worldSize: world, accumulate: accumulate, dropsLast: drops)
    if loader.steps == 0 {
      reading.report(loader.emptiness(at: fields["drop_last"]?.keyRange))
      return nil
    }
    return loader
  }

  /// Reads an object beside the batch of its file: the epoch, and how many processes share it.
  static func read(
    _ members: [Member], of value: Value, batch: Batch, _ reading: inout Reading
  ) -> EpochLength? {
    var fields = Fields(members, of: "“steps_per_epoch”", namedAt: value.range.part(0, 1))
    fields.check(against: parameters.map(\.name), as: .spec, noun: "key", &reading)
    for name in ["batch_size", "accumulate"] {
      guard let member = fields[name] else { continue }
      reading.report(
        Diagnostic(
          .spec, "“\(name)” and “batch” both give the samples per update", at: member.keyRange,
          hint: "leave one of them out"))
    }
    guard let samples = batch.constantSize else {
      reading.report(
        Diagnostic(
          .value, "with a batch that changes, an epoch has no number of updates", at: value.range,
          hint: "leave “steps_per_epoch” out"))
      return nil
    }
    let (size, world) = (datasetSize.read(from: fields, &reading), worldSize.read(from: fields, &reading))
    guard let size, let world, let drops = dropsLast.read(from: fields, &reading) else { return nil }
    // All processes together see the batch, so the data set is dealt out once.
    let loader = DataLoader(datasetSize: size, batchSize: samples, worldSize: 1, accumulate: 1, dropsLast: drops)
    guard loader.steps > 0 else {
      reading.report(loader.emptiness(at: fields["drop_last"]?.keyRange))
      return nil
    }
    return EpochLength(steps: loader.steps, worldSize: world)
  }

  /// What an update sees.
  var update: Batch? {
    let (batch, overflow) = batchSize.multipliedReportingOverflow(by: worldSize)
    let (samples, tooMany) = batch.multipliedReportingOverflow(by: accumulate)
    return overflow || tooMany ? nil : Batch(size: samples)
  }

  /// Updates of an epoch; 0 when the only batch is dropped.
  var steps: Int {
    let (product, overflow) = batchSize.multipliedReportingOverflow(by: worldSize)
    let batches = datasetSize.quotientAndRemainder(dividingBy: overflow ? .max : product)
    let count = batches.quotient + (batches.remainder > 0 && !dropsLast ? 1 : 0)
    let updates = count.quotientAndRemainder(dividingBy: accumulate)
    return updates.quotient + (updates.remainder > 0 ? 1 : 0)
  }

  private func emptiness(at range: SourceRange?) -> Diagnostic {
    let batch = worldSize == 1 ? "\(batchSize)" : "\(batchSize) × \(worldSize)"
    return Diagnostic(
      .value, "an epoch would have no step: \(datasetSize) samples do not fill a batch of \(batch)", at: range,
      hint: "the only batch is dropped")
  }
}
