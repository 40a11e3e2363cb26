import Diagnostics

extension Paddle {
  /// A scheduler that can be sent to an epoch, as a warm-up sends the one inside of it.
  protocol Jumping: Scheduler {
    mutating func jump(_ optimizer: inout Optimizer, to epoch: Int) throws(Diagnostic)
  }

  /// Steps a rule of Paddle: every group has a rate that only this scheduler knows, as in Paddle the scheduler and not the
  /// optimizer keeps it.
  struct RuleScheduler<R: Rule>: Jumping {
    private var rule: R
    private let start: Start
    private var epoch = -1
    private var bases: [Double] = []
    private var rates: [Double] = []

    init(_ rule: R, _ start: Start) {
      self.rule = rule
      self.start = start
    }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      bases = []
      for index in optimizer.groups.indices {
        let base = try rule.base(start.learningRate ?? optimizer.groups[index].initialLR ?? optimizer.groups[index].lr)
        if base < 0 { throw Diagnostic(.value, "the base rate, \(base), must not be negative") }
        bases.append(base)
        if optimizer.groups[index].initialLR == nil { optimizer.groups[index].initialLR = base }
      }
      rates = bases
      epoch = start.lastEpoch
      try step(&optimizer, metric: nil)
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      epoch += 1
      try rule.move(to: epoch, isJump: false)
      for index in rates.indices {
        rates[index] = try rule.rate(at: epoch, base: bases[index], last: rates[index])
        optimizer.groups[index].lr = rates[index]
      }
    }

    mutating func jump(_ optimizer: inout Optimizer, to epoch: Int) throws(Diagnostic) {
      self.epoch = epoch
      try rule.move(to: epoch, isJump: true)
      for index in rates.indices {
        rates[index] = try rule.closedRate(at: epoch, base: bases[index], last: rates[index])
        optimizer.groups[index].lr = rates[index]
      }
    }

    mutating func rewind() { epoch -= 1 }

    mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
      rates = bases
      try step(&optimizer, metric: nil)
    }

    mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
      rates = bases
      try jump(&optimizer, to: 0)
    }

    var length: Double? { rule.length }
    var motion: Motion { rule.motion }
    var phases: [Phase] { rule.phases }
  }
}
