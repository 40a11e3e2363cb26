import Diagnostics

extension MMEngine {
  /// Steps a rule of MMEngine inside its window, and leaves the values alone outside of it.
  ///
  /// Source: `mmengine.optim.scheduler._ParamScheduler`, 0.10.7.
  struct ParamScheduler<R: WindowedRule>: Scheduler {
    private var rule: R
    private var window: Window
    private var quantity: Quantity
    private let isNamed: Bool
    private var bases: [Double] = []
    private var globalStep = -1

    init(_ rule: R, _ target: MMEngine.Target) {
      self.rule = rule
      window = target.window
      quantity = target.quantity
      isNamed = target.isNamed
    }

    mutating func bind(to run: RunLength) {
      if window.awaitsScale { rule.convert(epochLength: Double(run.perEpoch)) }
      window.bind(to: run)
    }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try window.checkScale()
      try window.check()
      rule.bind(to: window)
      try rule.prepare(&optimizer, window: window)
      bases = try quantity.bases(in: &optimizer, isNamed: isNamed, isFresh: window.lastStep == -1)
      globalStep = -1
      try step(&optimizer, metric: nil)
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      globalStep += 1
      guard let step = window.position(of: globalStep) else { return }
      for index in bases.indices {
        let group = optimizer.groups[index]
        let value = try rule.next(
          quantity.value(of: group) ?? bases[index], base: bases[index], step: step, window: window, group: group)
        quantity.set(value, in: &optimizer.groups[index])
      }
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("_global_step", &globalStep, as: .count)
      try visitor.visit(perGroup: "base_values", &bases, as: .bases)
      try visitor.visit("param_name", &quantity)
      try window.visitState(&visitor)
      try rule.visitState(&visitor)
    }

    mutating func rewind() { globalStep -= 1 }

    mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try step(&optimizer, metric: nil)
    }

    /// Begins anew from the base values; MMEngine has no sequences that could ask for it.
    mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
      for (index, base) in bases.enumerated() { quantity.set(base, in: &optimizer.groups[index]) }
      globalStep = -1
      try step(&optimizer, metric: nil)
    }

    var length: Double? { window.isConverted ? nil : described }
    var lengthInEpochs: Double? { window.isConverted ? described : nil }
    private var described: Double? { window.knownEnd ?? rule.length.map { max(0, window.begin) + $0 } }

    var drives: Driven { quantity.driven }
    var interval: Interval? { window.interval }
    var motion: Motion { rule.motion }
    var phases: [Phase] { window.phases(rule.motion, R.label) }
  }
}
