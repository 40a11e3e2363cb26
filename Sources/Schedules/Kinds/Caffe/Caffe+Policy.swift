import Diagnostics

extension Caffe {
  /// What the rate is in an iteration.
  protocol Policy: Sendable {
    /// `total` is the length of the training, if it is known.
    func rate(at iteration: Int, from base: Double, of total: Int?) throws(Diagnostic) -> Double
    var motion: Motion { get }
    /// How many iterations it describes, when no `max_iter` says so.
    var length: Double? { get }
    var phases: [Phase] { get }
  }

  /// Runs a policy over a training.
  struct Solved<P: Policy>: Rule {
    private let policy: P
    private let maxIter: Int?
    private var runLength: Int?

    init(_ policy: P, maxIter: Int?) {
      self.policy = policy
      self.maxIter = maxIter
    }

    mutating func adopt(_ run: RunLength) { runLength = max(1, run.count) }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      try policy.rate(at: step, from: base, of: maxIter ?? runLength)
    }

    var length: Double? { maxIter.map(Double.init) ?? policy.length }
    var motion: Motion { policy.motion }
    var phases: [Phase] { policy.phases }
  }

  /// The field that every policy has behind its own.
  static let maxIter = Parameters(
    Parameter<Int?>(
      "max_iter", default: nil, in: .between(1, 1e12), "Iterations of the training; the run's if null.")
  ) { (count: Int?) in count }

  /// `gamma`, which Caffe wants not to be negative.
  static func gammaParameter(_ help: String) -> Parameter<Double> { Parameter("gamma", in: .atLeast(0), help) }
}

extension Caffe.Policy {
  var motion: Motion { .moves }
  var length: Double? { nil }
  var phases: [Phase] { [] }
}
