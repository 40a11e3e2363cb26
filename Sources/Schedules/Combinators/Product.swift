import Diagnostics

/// Multiplies what several schedulers make of the same base rate.
///
/// lr(t) = b·Πᵢ (lrᵢ(t)/b): each child steps on an optimizer of its own, with the base rates of the whole.
struct Product: Combinator {
  var children: [Node]
  /// The optimizer that each child writes to.
  private var stages: [Optimizer] = []
  private var bases: [Double] = []

  init(schedulers: Children) throws(Diagnostic) {
    children = try schedulers.composable(in: "Product")
  }

  static let kind = Kind(
    "Product", .shapes,
    "Multiplies the factors that several schedulers make of one base rate.",
    formula: "lr(t) = b·(lr₁(t)/b)·(lr₂(t)/b)·…, each scheduler alone with the base rate b",
    differs: "In a ChainedScheduler a child that computes from the base rate overwrites the others; here each one is a "
      + "factor, so a warm-up can dampen any curve. Momentum is that of the last child that drives it.",
    source: "The factor strings of T5X and scenic; the dampening of pytorch_warmup, arXiv:1910.04209.",
    example: #"{"schedulers": [{"type": "points", "points": [[0, 0], [10, 1]]}, {"type": "cosine", "T_max": 50}]}"#
  ) {
    Declaration(Parameter<Children>("schedulers", "The schedulers whose factors are multiplied."), make: Product.init)
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    bases = []
    for index in optimizer.groups.indices {
      let base = optimizer.groups[index].initialLR ?? optimizer.groups[index].lr
      optimizer.groups[index].initialLR = base
      bases.append(base)
    }
    stages = []
    for index in children.indices {
      var stage = optimizer
      stage.returnToBaseRates()
      try children[index].start(&stage)
      stages.append(stage)
    }
    write(to: &optimizer)
  }

  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    for index in children.indices { try children[index].step(&stages[index], metric: metric) }
    write(to: &optimizer)
  }

  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
    for index in children.indices {
      stages[index].returnToBaseRates()
      try children[index].initialStep(&stages[index])
    }
    write(to: &optimizer)
  }

  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
    for index in children.indices {
      stages[index].returnToBaseRates()
      try children[index].restart(&stages[index])
    }
    write(to: &optimizer)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("stages", &stages, as: .count)
    try visitor.visit(children: &children)
    guard visitor.isChanging else { return }
    // Its children’s optimizers have the groups that it was attached to.
    guard stages.count == children.count, stages.allSatisfy({ $0.groups.count == bases.count }) else {
      throw Diagnostic(.value, "the checkpoint’s product is of other schedulers, or of other param groups")
    }
  }

  private func write(to optimizer: inout Optimizer) {
    for group in bases.indices {
      // A base rate of 0 has no factors; whatever its schedulers say, the product is 0.
      var rate = bases[group]
      if rate != 0 { for stage in stages { rate *= stage.groups[group].lr / bases[group] } }
      optimizer.groups[group].lr = rate
    }
    for (stage, child) in zip(stages, children) {
      let driven = child.scheduler.drives
      for group in bases.indices where driven.rawValue != 0 {
        if driven.contains(.momentum) {
          optimizer.groups[group].momentum = stage.groups[group].momentum
          optimizer.groups[group].betas = stage.groups[group].betas
        }
        if driven.contains(.weightDecay) { optimizer.groups[group].weightDecay = stage.groups[group].weightDecay }
      }
    }
  }

  var length: Double? { children.compactMap(\.scheduler.length).max() }
  var motion: Motion { children.allSatisfy { $0.scheduler.motion == .jumps } ? .jumps : .moves }
  var overwrites: Bool { true }
}
