import Diagnostics

extension Fairseq {
  /// Takes the rates of given epochs and updates as they are written.
  struct Manual: Clocked {
    private let epochRates: StepMap
    private let updateRates: StepMap
    private var epochs = Epochs()
    var clock = Clock()

    private init(epochRates: StepMap, updateRates: StepMap) {
      self.epochRates = epochRates
      self.updateRates = updateRates
    }

    static let kind = Kind(
      "manual", .fairseq, "The given rates at the given epochs and updates.",
      formula: """
        lr = update2lr[k], k the latest of its updates that is not after u; before the first of them
        epoch2lr[k], k the latest of its epochs, which are counted from 1
        """,
      differs: """
        A rate holds until the next one, so fairseq's ranges, "3-7", are their first step. What stands under update 1 \
        is in force in update 0 already, unless an epoch has a rate.
        """,
      source: "fairseq.optim.lr_scheduler.manual_lr_scheduler.ManualSchedule, 0.12.2",
      example: #"{"epoch2lr": {"1": 0.1, "5": 0.01, "20": 0.001}}"#
    ) {
      Declaration(
        // No role: it counts epochs, and the kind is stepped by the update.
        Parameter("epoch2lr", default: StepMap(entries: []), "Rates by epoch, from 1."),
        Parameter(
          "update2lr", role: .milestones, default: StepMap(entries: []),
          "Rates by update, from 0; they go before those by epoch."),
        make: Manual.init)
    }

    mutating func bind(to run: RunLength) { epochs = Epochs(run) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      if !epochRates.entries.isEmpty { try epochs.require(for: "epoch2lr") }
    }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let update = max(0, clock.epoch)
      if update == 0 {
        let first = Manual.entry(1, of: epochRates) ?? Manual.entry(1, of: updateRates)
        for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = first ?? base }
      }
      if epochs.begin(at: update), let rate = Manual.rate(at: epochs.epoch(of: update), of: epochRates) {
        for index in clock.bases.indices { optimizer.groups[index].lr = rate }
      }
      if let rate = Manual.rate(at: update, of: updateRates) {
        for index in clock.bases.indices { optimizer.groups[index].lr = rate }
      }
    }

    private static func entry(_ step: Int, of map: StepMap) -> Double? {
      map.entries.first { $0.step == step }?.value
    }

    /// The latest rate that is not after a step.
    private static func rate(at step: Int, of map: StepMap) -> Double? {
      map.entries.last { $0.step <= step }?.value
    }

    var length: Double? {
      updateRates.entries.last.map { 1.5 * Double(max(1, $0.step)) }
    }
    var lengthInEpochs: Double? { epochRates.entries.last.map { 1.5 * Double(max(1, $0.step)) } }
    var motion: Motion { .jumps }
  }
}
