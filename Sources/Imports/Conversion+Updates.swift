import Diagnostics
import JSON
import Text

/// How a trainer makes batches of its data.
struct Batching {
  /// Samples of a batch of one process, and where it stands.
  var batch: Int
  /// Batches whose gradients make one update.
  var accumulate = 1
  var dropsLast = false
  /// Whether batches that are left over, fewer than an update needs, make none.
  var floorsUpdates = false
}

extension Conversion {
  /// The number of processes; 1, with a note, unless given.
  mutating func worldSize() -> Int {
    if let world = settings.worldSize { return world }
    note("1 process is assumed (--world-size)")
    return 1
  }

  /// Takes the number of processes from the launcher's flags in a script, where they are plain numbers.
  mutating func takeProcesses(of table: Table) {
    // Megatron's processes are not all data-parallel.
    guard settings.worldSize == nil, trainer != .megatron else { return }
    func plain(_ keys: [String]) -> Int? {
      guard let number = table.found(keys)?.value.readNumber?.value, number >= 1, number <= 1e6 else { return nil }
      return Int(exactly: number)
    }
    let nodes = table.found("nnodes") == nil ? 1 : plain(["nnodes"])
    let perNode = plain(["nproc_per_node", "num_gpus"])
    guard let count = plain(["num_processes"]) ?? perNode.flatMap({ (own) in nodes.map { $0 * own } }) else { return }
    settings.worldSize = count
    note("\(count) \(count == 1 ? "process" : "processes"), by the launcher’s flags")
  }

  /// Batches that a process sees in an epoch, from the samples or batches that the command line gives; `nil` without.
  mutating func batches(_ batching: Batching) -> Int? {
    if let batches = settings.batches {
      let world = worldSize()
      return Conversion.parts(batches, of: world, floors: batching.dropsLast)
    }
    guard let samples = settings.datasetSize else { return nil }
    let world = worldSize()
    let (together, overflow) = max(1, batching.batch).multipliedReportingOverflow(by: world)
    let count = Conversion.parts(samples, of: overflow ? .max : together, floors: batching.dropsLast)
    note(
      "\(samples) samples in batches of \(batching.batch) on \(world) \(world == 1 ? "process" : "processes"): \(count) batches each"
    )
    return count
  }

  /// Updates of an epoch.
  ///
  /// - Parameters:
  ///   - what: what needs them, for the message: “num_train_epochs” is 3.
  mutating func updatesPerEpoch(
    _ batching: Batching, for what: String, at range: SourceRange
  ) throws(Diagnostic) -> Int {
    if let steps = settings.stepsPerEpoch { return steps }
    guard let batches = batches(batching) else {
      throw Diagnostic(
        .import, "\(what), but the number of samples is not in the file", at: range,
        hint: "give --dataset-size (and --world-size), --batches, or --steps-per-epoch")
    }
    let accumulate = settings.accumulate ?? batching.accumulate
    let updates = max(1, Conversion.parts(batches, of: max(1, accumulate), floors: batching.floorsUpdates))
    if accumulate > 1 { note("\(batches) batches, \(accumulate) to an update: \(updates) updates an epoch") }
    return updates
  }

  /// How many parts of a size there are, the last one whole or not at all.
  static func parts(_ count: Int, of size: Int, floors: Bool = false) -> Int {
    guard size > 0 else { return 0 }
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: size)
    return quotient + (remainder > 0 && !floors ? 1 : 0)
  }
}
