import Diagnostics
import JSON

/// The noise that timm puts on rates: the same at each step of every run, for the generator is seeded with the step.
///
/// Source: `timm.scheduler.scheduler.Scheduler._calculate_noise`, 1.0.31.
struct TimmNoise: Sendable {
  /// From which step on, or from which step to before which other.
  typealias Range = Either<Double, [Double]>

  let range: Range?
  /// Any word but `normal` means uniform.
  let type: String
  let limit: Double
  let deviation: Double
  let seed: Seed?
  private var random = TorchRandom()
  /// How many numbers may still be drawn in vain: a limit may be so low that timm would draw for ever.
  private var patience = 1_000_000_000

  private static let mostDraws = 1_000_000

  init(range: Range?, type: String, limit: Double, deviation: Double, seed: Seed?) {
    self.range = range
    self.type = type
    self.limit = limit
    self.deviation = deviation
    self.seed = seed
  }

  /// How much of the rate is added to it in a step; `nil` outside the range.
  mutating func part(at step: Int) throws(Diagnostic) -> Double? {
    guard try isDue(at: Double(step)) else { return nil }
    switch seed {
    case .number: throw Diagnostic(.run, "“noise_seed” must be an integer, as torch's generator wants it")
    case .integer(let seed): random.seed(seed &+ step)
    case nil: random.seed(42 &+ step)
    }
    return type == "normal" ? try normal() : 2 * (random.uniform() - 0.5) * limit
  }

  private func isDue(at step: Double) throws(Diagnostic) -> Bool {
    switch range {
    case nil: return false
    case .first(let start): return step >= start
    case .second(let ends):
      guard let start = ends.first else { throw short(ends) }
      guard start <= step else { return false }
      guard ends.count > 1 else { throw short(ends) }
      return step < ends[1]
    }
  }

  private func short(_ ends: [Double]) -> Diagnostic {
    Diagnostic(.run, "“noise_range_t” is a number, or an array of two, not of \(ends.count)")
  }

  /// Draws until a number lies within the limit.
  private mutating func normal() throws(Diagnostic) -> Double {
    for _ in 0..<(limit > 0 ? min(patience, TimmNoise.mostDraws) : 0) {
      let noise = random.normal() * deviation
      if abs(noise) < limit { return noise }
      patience -= 1
    }
    throw Diagnostic(
      .run, "hardly any noise is below \(Shown.number(limit)), and timm would draw it forever",
      hint: "raise “noise_pct”, or lower “noise_std”")
  }
}

extension TimmNoise {
  /// What the generator is seeded with; a number with a fraction is refused only when there is noise to make.
  enum Seed: ParameterValue {
    case integer(Int)
    case number(Double)

    /// A fraction is refused only where there is noise to be made with it.
    static var valueType: ValueType { .number }

    static func read(_ value: Value, _ reading: inout Reading) -> Seed? {
      if case .number(let number) = value.content, !number.isInteger {
        return Double.read(value, &reading).map(Seed.number)
      }
      return Int.read(value, &reading).map(Seed.integer)
    }

    var shown: String {
      switch self {
      case .integer(let seed): seed.shown
      case .number(let seed): seed.description
      }
    }
  }
}
