import Diagnostics

extension Paddle {
  /// How a scheduler of Paddle makes a rate: from the base rate, or from the one before.
  protocol Rule: Sendable {
    /// What a base rate becomes in the constructor.
    func base(_ rate: Double) throws(Diagnostic) -> Double
    /// Moves a memory of its own to an epoch; `isJump` when the epoch was given and not merely the next.
    mutating func move(to epoch: Int, isJump: Bool) throws(Diagnostic)
    /// Paddle's `get_lr()`: the rate of an epoch, `last` being the present one.
    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double
    /// The rate of an epoch that is given: Paddle's closed form, where a class has one.
    func closedRate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double
    var length: Double? { get }
    var motion: Motion { get }
    var phases: [Phase] { get }
  }

  /// What a scheduler starts from: its own rate, and the last epoch of a run that is resumed.
  struct Start: Sendable {
    let learningRate: Double?
    let lastEpoch: Int
  }

  static func start(learningRate standard: Double? = nil) -> Parameters<Start> {
    Parameters(
      Parameter<Double?>(
        "learning_rate", default: standard, in: .atLeast(0), "The base rate; null: each group's own."),
      lastEpoch, make: Start.init)
  }

  /// Of schedulers that have their rates elsewhere.
  static let resumption = Parameters(lastEpoch) { Start(learningRate: nil, lastEpoch: $0) }

  private static let lastEpoch = Parameter<Int>(
    "last_epoch", default: -1, in: .between(-1, 1_000_000),
    "The last finished epoch of a run that is resumed; -1 starts afresh.")
}

extension Paddle.Rule {
  func base(_ rate: Double) throws(Diagnostic) -> Double { rate }
  mutating func move(to epoch: Int, isJump: Bool) throws(Diagnostic) {}

  func closedRate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
    try rate(at: epoch, base: base, last: last)
  }

  var length: Double? { nil }
  var motion: Motion { .moves }
  var phases: [Phase] { [] }
}
