/// What gives one curve: an optimizer and the schedulers that are stepped on it, optimizers beside it, and whatever else is
/// driven along.
package struct Plan: Sendable {
  /// An optimizer and its schedulers.
  package struct Track: Sendable {
    package var optimizer: Optimizer
    package var nodes: [TopNode]
  }

  /// Where a group of the file is.
  package struct GroupPlace: Sendable, Equatable {
    /// 0 for the plan's own optimizer, then those beside it in their order.
    package let track: Int
    package let group: Int
  }

  /// A quantity other than an optimizer's rate, driven on a stub whose rate it is.
  package struct Quantity: Sendable {
    package let name: String
    package var track: Track
  }

  /// What the curve is called among several.
  package var name: String?
  package var optimizer: Optimizer
  package var nodes: [TopNode]
  /// Groups that are optimizers of their own.
  package var others: [Track] = []
  /// Where the file's groups are, in its order; empty where all are the optimizer's.
  package var places: [GroupPlace] = []
  package var quantities: [Quantity] = []
  /// What its schedulers watch: a metric of its own, or that of the file.
  package var metric: Metric?
  /// What the updates do to a loss, if the file asks for it.
  package var objective: Objective?
  /// The rules of lint that `$lint` silences for this curve.
  package var silenced: [LintRule] = []

  package init(name: String?, optimizer: Optimizer, nodes: [TopNode]) {
    self.name = name
    self.optimizer = optimizer
    self.nodes = nodes
  }

  /// Whether it watches the loss that it causes.
  package var isClosedLoop: Bool { if case .loss? = metric { true } else { false } }

  /// All that is stepped.
  package var tracks: [Track] { optimizerTracks + quantities.map(\.track) }

  /// What drives rates.
  var optimizerTracks: [Track] { [Track(optimizer: optimizer, nodes: nodes)] + others }

  /// The schedulers at the top, of all optimizers.
  package var allNodes: [TopNode] {
    others.isEmpty && quantities.isEmpty ? nodes : tracks.flatMap(\.nodes)
  }

  /// The schedulers that a group of the file is stepped by.
  func nodes(ofGroup index: Int) -> [TopNode] {
    guard places.indices.contains(index), places[index].track > 0 else { return nodes }
    return others[places[index].track - 1].nodes
  }

  /// How many values it has in a row: groups × driven quantities, and those beside them.
  var valuesPerRow: Int {
    func values(_ track: Track) -> Int { track.optimizer.groups.count * (1 + track.drives.count) }
    return values(Track(optimizer: optimizer, nodes: nodes)) + others.map(values).reduce(0, +) + quantities.count
  }

  /// The plan with further groups.
  func adding(_ groups: [ParamGroup]) -> Plan {
    var plan = self
    if !plan.places.isEmpty {
      plan.places += groups.indices.map { GroupPlace(track: 0, group: plan.optimizer.groups.count + $0) }
    }
    plan.optimizer.groups += groups
    return plan
  }

  // MARK: The run

  /// Changes every scheduler at the top.
  private mutating func forEachNode(_ change: (inout TopNode) -> Void) {
    for index in nodes.indices { change(&nodes[index]) }
    for track in others.indices {
      for index in others[track].nodes.indices { change(&others[track].nodes[index]) }
    }
    for quantity in quantities.indices {
      for index in quantities[quantity].track.nodes.indices { change(&quantities[quantity].track.nodes[index]) }
    }
  }

  /// Binds the schedulers to the batch.
  mutating func bind(to batch: Batch) { forEachNode { $0.node.scheduler.bind(to: batch) } }

  /// Binds the schedulers to the run, each in its own count.
  mutating func bind(to timeline: Timeline) {
    forEachNode { $0.node.scheduler.bind(to: timeline.length(for: $0.cadence)) }
  }

  /// The turns at whose ends the metric has its values: those of the first watcher, else epochs.
  package var metricCadence: Cadence {
    allNodes.first { $0.node.scheduler.watchesMetric }?.metricCadence ?? Cadence(.epoch)
  }
}

extension Plan.Track {
  package var drives: Driven {
    Driven(rawValue: nodes.reduce(0) { $0 | $1.node.scheduler.drives.rawValue })
  }
}
