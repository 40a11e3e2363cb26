/// What the command line says about a run: configurations hardly ever say everything.
package struct RunSettings: Sendable, Equatable {
  /// Whose configuration it is; found by its content if `nil`.
  package var trainer: Trainer?
  package var version: TrainerVersion?
  package var datasetSize: Int?
  /// Batches of one pass over the data, before processes share them.
  package var batches: Int?
  package var worldSize: Int?
  package var accumulate: Int?
  package var stepsPerEpoch: Int?
  package var steps: Int?
  package var epochs: Int?
  package var rate: Double?
  package var optimizer: String?

  package init() {}
}
