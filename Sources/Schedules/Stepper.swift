package import Diagnostics

/// An optimizer and the schedulers that are stepped on it, in the course of a run: what a picture is made of, and what a
/// training loop holds.
package struct Stepper: Sendable {
  /// The optimizer, whose groups have the values of the next update.
  package private(set) var optimizer: Optimizer
  // The first apart: an array that held only it would be shared, and copied before each step.
  private var first: PacedScheduler?
  private var others: [PacedScheduler]

  /// Attaches the schedulers, in their order; without any the rates stay as they are.
  package init(_ optimizer: Optimizer, _ nodes: [TopNode]) throws(Diagnostic) {
    self.optimizer = optimizer
    first = nodes.first.map { PacedScheduler($0) }
    others = nodes.dropFirst().map { PacedScheduler($0) }
    try first?.node.start(&self.optimizer)
    for index in others.indices { try others[index].node.start(&self.optimizer) }
    putInTurn()
  }

  /// Goes on from the middle of a run, with schedulers that are attached already.
  init(_ optimizer: Optimizer, _ nodes: [TopNode], from place: RunPlace) {
    self.optimizer = optimizer
    first = nodes.first.map { PacedScheduler($0, from: place) }
    others = nodes.dropFirst().map { PacedScheduler($0, from: place) }
    putInTurn()
  }

  /// Puts the schedulers in the order of their turns: MMEngine’s hook steps those that count updates first.
  private mutating func putInTurn() {
    let isMixed =
      others.contains { $0.cadence.interval == .step } && first?.cadence.interval == .epoch
      || others.contains { $0.cadence.interval == .epoch }
    guard isMixed, all.allSatisfy({ $0.node.name.utf8.starts(with: "mmengine.".utf8) }) else { return }
    var turns = all
    for place in turns.indices { turns[place].place = place }
    turns = turns.filter { $0.cadence.interval == .step } + turns.filter { $0.cadence.interval == .epoch }
    (first, others) = (turns.first, Array(turns.dropFirst()))
  }

  /// The schedulers as they are now, in the order of the file.
  var nodes: [Node] { all.map(\.node) }

  private var all: [PacedScheduler] {
    guard let first else { return [] }
    if others.isEmpty { return [first] }
    let turns = [first] + others
    return turns.allSatisfy { $0.place == 0 } ? turns : turns.sorted { $0.place < $1.place }
  }

  /// What the schedulers write besides rates, now that they are attached.
  package var drives: Driven {
    Driven(rawValue: all.reduce(0) { $0 | $1.node.scheduler.drives.rawValue })
  }

  /// The phases of each scheduler in its own steps, and when it is stepped.
  package var phases: [(phases: [Phase], cadence: Cadence)] {
    all.map { ($0.node.phases, $0.cadence) }
  }

  /// How many of its own steps each scheduler describes that says so.
  package var lengths: [(length: Double, cadence: Cadence)] {
    all.compactMap { turning in turning.node.scheduler.length.map { ($0, turning.cadence) } }
  }

  /// Where the first scheduler is written.
  package var range: SourceRange? { first?.node.range }

  /// Whether a scheduler whose turns are counted in epochs watches a metric.
  var watchesEpochs: Bool { first?.watchesEpochs == true || others.contains(where: \.watchesEpochs) }

  /// Steps the schedulers whose turn it is, in their order.
  /// - Parameters:
  ///   - isUpdate: Whether an update is done: what counts updates then counts this one.
  ///   - endsEpoch: Whether an epoch ends.
  ///   - metric: What a watcher sees at the end of a turn, which is counted from 0.
  @inline(__always)
  package mutating func end(
    isUpdate: Bool, endsEpoch: Bool, metric: (_ turn: Int) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) {
    try first?.end(&optimizer, isUpdate: isUpdate, endsEpoch: endsEpoch, metric)
    if others.isEmpty { return }
    for index in others.indices {
      try others[index].end(&optimizer, isUpdate: isUpdate, endsEpoch: endsEpoch, metric)
    }
  }

  /// Throws `error[run]` where a group has a value that is not a finite number.
  @inline(__always)
  func checkValues() throws(Diagnostic) {
    for index in optimizer.groups.indices where !optimizer.groups[index].isFinite { throw overflow(index) }
  }

  @inline(never)
  private func overflow(_ index: Int) -> Diagnostic {
    let group = optimizer.groups[index]
    let name = optimizer.groups.count == 1 ? "" : " of the group “\(group.name ?? String(index))”"
    return Diagnostic(
      .run, "the \(group.lr.isFinite ? "momentum or weight decay" : "rate")\(name) is not a finite number", at: range)
  }
}

/// A scheduler and the place of its turn.
private struct PacedScheduler: Sendable {
  var node: Node
  let cadence: Cadence
  private let watches: Bool
  /// Whether the values of a metric belong to epochs, though the scheduler may be stepped more often.
  private let seesEpochs: Bool
  /// Updates or epochs until the next turn.
  private var left: Int
  /// Its place in the file, where turns come in another order.
  var place = 0
  /// Turns, or epochs where the values of a metric belong to these, that are over.
  private var turn = 0

  init(_ top: TopNode) {
    node = top.node
    cadence = top.cadence
    watches = top.node.scheduler.watchesMetric
    seesEpochs = top.metricCadence == Cadence(.epoch)
    left = top.cadence.every
  }

  init(_ top: TopNode, from place: RunPlace) {
    self.init(top)
    let done = place.done(cadence.interval)
    left = cadence.every - done % cadence.every
    turn = seesEpochs ? place.done(.epoch) : done / cadence.every
  }

  var watchesEpochs: Bool { watches && (seesEpochs || cadence.interval == .epoch) }

  @inline(__always)
  mutating func end(
    _ optimizer: inout Optimizer, isUpdate: Bool, endsEpoch: Bool,
    _ metric: (_ turn: Int) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) {
    guard cadence.interval == .step ? isUpdate : endsEpoch else { return }
    left -= 1
    guard left == 0 else { return }
    left = cadence.every
    if !watches, cadence.times == 1 { return try node.step(&optimizer, metric: nil) }
    try step(&optimizer, endsEpoch: endsEpoch, metric)
  }

  // Apart, so that most steps have no room to make for it.
  @inline(never)
  private mutating func step(
    _ optimizer: inout Optimizer, endsEpoch: Bool, _ metric: (_ turn: Int) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) {
    let value = watches ? try metric(turn) : nil
    for _ in 0..<cadence.times { try node.step(&optimizer, metric: value) }
    if endsEpoch || !seesEpochs { turn &+= 1 }
  }
}
