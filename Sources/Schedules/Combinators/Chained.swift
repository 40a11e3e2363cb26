import Diagnostics

/// Steps several schedulers in turn, each working on what the one before it left.
///
/// Kinds that multiply the current rate combine as products; kinds that compute from the base rate overwrite.
/// Source: `torch.optim.lr_scheduler.ChainedScheduler`.
struct ChainedScheduler: Combinator {
  var children: [Node]
  var outerCount: Int?

  init(schedulers: Children) throws(Diagnostic) {
    children = try schedulers.composable(in: "ChainedScheduler")
  }

  static let kind = Kind(
    "ChainedScheduler", short: "chained", .torch,
    "Steps several schedulers together, each on the rate that the previous one left.",
    formula: "all children step in turn on the same rate",
    differs: "Children that compute from the base rate overwrite what came before them.",
    source: "torch.optim.lr_scheduler.ChainedScheduler, 2.15",
    example: #"{"schedulers": [{"type": "linear", "total_iters": 5}, {"type": "exponential", "gamma": 0.95}]}"#
  ) {
    Declaration(
      Parameter("schedulers", "The schedulers, in the order they are stepped."),
      make: ChainedScheduler.init)
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    for index in children.indices { try children[index].start(&optimizer) }
  }

  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    for index in children.indices { try children[index].step(&optimizer, metric: metric) }
  }

  var length: Double? { children.compactMap(\.scheduler.length).max() }
  var motion: Motion { children.allSatisfy { $0.scheduler.motion == .jumps } ? .jumps : .moves }
}
