import Diagnostics
import Text

/// Runs one scheduler after the other: at each milestone the next takes over and begins its own count at zero.
///
/// The children write the optimizer when they are attached; attaching the sequence puts the rates back, takes back one
/// count of every leaf, and lets the child of epoch 0 take its first step again.
/// Where torch raises `NotImplementedError` (a combinator that takes over at a milestone), the combinator begins anew
/// from the base rates, as if it had just been attached. Source: `torch.optim.lr_scheduler.SequentialLR`.
struct SequentialLR: Combinator {
  var children: [Node]
  var outerCount: Int?
  private var milestones: [Double]
  private var resumesAfter: Int
  private var epoch = 0

  init(schedulers: Children, milestones: [Double], lastEpoch: Int) throws(Diagnostic) {
    children = try schedulers.composable(in: "SequentialLR")
    self.milestones = milestones
    resumesAfter = lastEpoch
    guard milestones.count == children.count - 1 else {
      throw Diagnostic(
        .value,
        "\(children.count) schedulers need \(children.count - 1) milestone\(children.count == 2 ? "" : "s"), not "
          + "\(milestones.count)", of: "milestones",
        hint: "a milestone is the epoch at which the next scheduler takes over: one fewer than schedulers")
    }
  }

  static let kind = Kind(
    "SequentialLR", short: "sequential", .torch,
    "Runs schedulers one after another, switching at the milestones; each counts from zero.",
    formula: "child i between milestone i−1 and milestone i, counting from 0 at its milestone",
    differs: "Every child begins from the base rate, not from where the one before it ended.",
    source: "torch.optim.lr_scheduler.SequentialLR, 2.15",
    example:
      #"{"schedulers": [{"type": "linear", "total_iters": 5}, {"type": "cosine", "T_max": 45}], "milestones": [5]}"#
  ) {
    Declaration(
      Parameter("schedulers", "The schedulers, in order."),
      Parameter(
        "milestones", role: .milestones, "Epochs at which the next scheduler takes over: one fewer than schedulers."),
      Parameter.lastEpoch,
      make: SequentialLR.init)
  }

  /// Each child has the part of the run from its milestone to the next one.
  func parts(of run: RunLength) -> [(node: Node, run: RunLength)] {
    reached.enumerated().map { index, child in
      let start = index == 0 ? 0 : milestones[index - 1]
      let end = index < milestones.count ? milestones[index] : Double(run.count)
      return (child, run.part(from: start, to: end))
    }
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    for index in children.indices { try children[index].start(&optimizer) }
    epoch = resumesAfter + 1
    optimizer.returnToBaseRates()
    rewind()
    try children[Python.bisect(milestones, 0)].initialStep(&optimizer)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("_milestones", &milestones)
    try visitor.visit("last_epoch", &epoch, as: .count)
    try visitOuterCount(&visitor)
    try visitor.visit(children: &children)
    guard milestones.count >= children.count else { return }
    throw Diagnostic(
      .value, "\(milestones.count) milestones need \(milestones.count + 1) schedulers, not \(children.count)")
  }

  mutating func resume(after lastEpoch: Int) { resumesAfter = lastEpoch }

  /// The children that have a turn: a checkpoint may have fewer milestones.
  private var reached: ArraySlice<Node> { children.prefix(milestones.count + 1) }

  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    epoch += 1
    let index = Python.bisect(milestones, Double(epoch))
    if index > 0, milestones[index - 1] == Double(epoch) {
      try children[index].restart(&optimizer)
    } else {
      try children[index].step(&optimizer, metric: metric)
    }
  }

  var length: Double? {
    guard let tail = reached.last?.scheduler.length else { return nil }
    return (milestones.last ?? 0) + tail
  }

  var phases: [Phase] {
    Phase.joined(reached.enumerated().map { ($0 == 0 ? 0 : milestones[$0 - 1], $1.phases) })
  }
}
