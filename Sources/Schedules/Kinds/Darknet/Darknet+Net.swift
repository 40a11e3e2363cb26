import Diagnostics
import Text

extension Darknet {
  /// The options that every policy has in common: the burn-in, and how long the training is.
  struct Net: Sendable {
    let burnIn: Int
    let power: Double
    private let maxBatches: Int?
    private var runLength: Int?

    static let parameters = Parameters(
      Parameter("burn_in", default: 0, in: .between(0, 1e12), "Batches of the warm-up."),
      Parameter("power", default: 4, "The power of the warm-up, and of poly."),
      Parameter<Int?>("max_batches", default: nil, in: .between(1, 1e12), "Batches of the training; the run's if null.")
    ) { (burnIn, power, maxBatches) in
      Net(burnIn: burnIn, power: power, maxBatches: maxBatches)
    }

    private init(burnIn: Int, power: Double, maxBatches: Int?) {
      self.burnIn = burnIn
      self.power = power
      self.maxBatches = maxBatches
    }

    mutating func adopt(_ run: RunLength) { runLength = max(1, run.count) }

    /// The rate of a batch of the burn-in; `nil` behind it.
    func burningIn(at batch: Int, base: Double) -> Double? {
      batch < burnIn ? base * Libm.pow(Double(batch) / Double(burnIn), power) : nil
    }

    /// The length of the training as given.
    var length: Double? { maxBatches.map(Double.init) }

    /// The length of the training as given, or the run's.
    func total() throws(Diagnostic) -> Double {
      guard let total = maxBatches ?? runLength else {
        throw Diagnostic(.param, "“max_batches” is not given, and no run tells it")
      }
      return Double(total)
    }
  }
}
