import Diagnostics

extension Darknet {
  /// What the rate is behind the burn-in.
  protocol Policy: Sendable {
    func rate(at batch: Int, from base: Double, in net: Net) throws(Diagnostic) -> Double
    var motion: Motion { get }
    /// How many batches it describes, when no `max_batches` says so.
    var length: Double? { get }
    /// Notes its stretches, of which the first begins behind the burn-in.
    func note(in stretches: inout Stretches, from start: Double, in net: Net)
  }

  /// Runs a policy behind its burn-in.
  struct Trained<P: Policy>: Rule {
    private let policy: P
    private var net: Net

    init(_ policy: P, in net: Net) {
      self.policy = policy
      self.net = net
    }

    mutating func adopt(_ run: RunLength) { net.adopt(run) }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      if let burning = net.burningIn(at: step, base: base) { return burning }
      return try policy.rate(at: step, from: base, in: net)
    }

    var length: Double? { net.length ?? policy.length }
    var motion: Motion { policy.motion }
    var phases: [Phase] {
      var stretches = Stretches()
      if net.burnIn > 0 { stretches.begin("burn-in", at: 0) }
      policy.note(in: &stretches, from: Double(net.burnIn), in: net)
      return stretches.phases
    }
  }
}

extension Darknet.Policy {
  var motion: Motion { .moves }
  var length: Double? { nil }
}
