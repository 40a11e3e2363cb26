import Diagnostics

/// A scheduler of schedulers: what torch's combinators have in common.
protocol Combinator: Scheduler {
  var children: [Node] { get set }
  /// torch's `_step_count` of a combinator, which only a sequence around it makes: 0, and never counted.
  var outerCount: Int? { get set }
}

extension Combinator {
  mutating func bind(to run: RunLength) {
    for (index, part) in parts(of: run).enumerated() { children[index].scheduler.bind(to: part.run) }
  }

  mutating func bind(to batch: Batch) {
    for index in children.indices { children[index].scheduler.bind(to: batch) }
  }

  func parts(of run: RunLength) -> [(node: Node, run: RunLength)] { children.map { ($0, run) } }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitOuterCount(&visitor)
    try visitor.visit(children: &children)
  }

  mutating func visitOuterCount(_ visitor: inout StateVisitor) throws(Diagnostic) {
    guard visitor.isChanging || outerCount != nil else { return }
    var count = outerCount ?? -1
    try visitor.visit("_step_count", &count, as: .count)
    outerCount = count < 0 ? nil : count
  }

  var outerCount: Int? {
    get { nil }
    set {}
  }

  /// Only leaves count back: torch leaves a combinator's own count alone, so a sequence inside another runs a step ahead.
  mutating func rewind() {
    for index in children.indices { children[index].scheduler.rewind() }
  }

  /// torch's sequence calls plain `step` here: a chain in front of a sequence applies its factors twice at the start.
  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
    outerCount = 0
    try step(&optimizer, metric: nil)
  }

  /// torch raises `NotImplementedError` here; what is meant is to begin anew from the base rates, as if just attached.
  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
    optimizer.returnToBaseRates()
    try start(&optimizer)
  }

  var usesScales: Bool { children.contains { $0.scheduler.usesScales } }
  var drives: Driven { children.reduce(into: []) { $0.formUnion($1.scheduler.drives) } }
}
