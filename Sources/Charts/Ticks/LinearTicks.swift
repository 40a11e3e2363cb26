import Text

/// Ticks in equal steps of 1, 2, 2.5 or 5 times a power of ten.
enum LinearTicks {
  /// Three to nine ticks around a range: the first one at or below it, the last one at or above it.
  ///
  /// Of the steps that give as many, the one nearest to the wanted count that wastes least of the axis is taken; more ticks than have room are a last resort.
  static func covering(_ low: Double, _ high: Double, wanted: Int, atMost most: Int = 9) -> Ticks {
    let range = usable(low, high)
    let span = range.high - range.low
    var best: (cost: Double, candidate: Candidate)?
    let base = Libm.log10(span / Double(max(2, wanted))).rounded(.down)
    let decade = Int(exactly: base) ?? 0
    for exponent in (decade - 1)...(decade + 2) {
      for mantissa in mantissas {
        guard let candidate = Candidate(mantissa, exponent, covering: range) else { continue }
        let waste = 1 - span / (Double(candidate.count - 1) * candidate.step)
        let cost =
          waste + 0.08 * Double(abs(candidate.count - wanted)) + (mantissa == 25 ? 0.06 : 0)
          + (candidate.hasLongLabels ? 0.1 : 0)
          + (candidate.count > most ? 1 : 0)
        if cost < best?.cost ?? .infinity { best = (cost, candidate) }
      }
    }
    guard let candidate = best?.candidate else { return fallback }
    let ticks = candidate.ticks
    return Ticks(all: ticks, low: ticks.first?.value ?? 0, high: ticks.last?.value ?? 1)
  }

  /// In tenths, so that 2.5 is a whole number too.
  private static let mantissas = [10, 20, 25, 50]

  /// Reached by no range of finite numbers; an axis is drawn all the same.
  private static let fallback = Ticks(all: TickLabels.ticks(units: [0, 1, 2], exponent: 0), low: 0, high: 2)

  /// The range in order, finite, and wide enough for its ticks to be told apart by at most ten digits.
  private static func usable(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
    guard low.isFinite, high.isFinite else { return (0, 1) }
    let ordered = (low: max(-1e300, min(low, high)), high: min(1e300, max(low, high)))
    let magnitude = max(abs(ordered.low), abs(ordered.high))
    guard magnitude > 1e-290 else { return (0, 1) }
    if ordered.high - ordered.low > magnitude * 1e-10 { return ordered }
    return (ordered.low - magnitude / 10, ordered.high + magnitude / 10)
  }

  /// The ticks that one step gives: whole multiples from `first` on.
  private struct Candidate {
    let mantissa: Int
    let exponent: Int
    let step: Double
    let first: Int
    let count: Int

    init?(_ mantissa: Int, _ exponent: Int, covering range: (low: Double, high: Double)) {
      self.mantissa = mantissa
      self.exponent = exponent
      step = Double(mantissa) / 10 * Libm.pow(10, Double(exponent))
      // A value that stands a rounding error beyond a tick stands at it.
      let slack = 1e-6
      guard step > 0, let first = Int(exactly: (range.low / step + slack).rounded(.down)),
        let last = Int(exactly: (range.high / step - slack).rounded(.up)),
        abs(first) < 1 << 52, abs(last) < 1 << 52, (3...9).contains(last - first + 1)
      else { return nil }
      self.first = first
      count = last - first + 1
    }

    var ticks: [Tick] {
      TickLabels.ticks(units: (first..<first + count).map { $0 * unit }, exponent: unitExponent)
    }

    /// Whether labels have an exponent and more than one digit before it: 1e-4 and 2e-4 are better than 5e-5 and 1.5e-4.
    var hasLongLabels: Bool {
      let (low, high) = (first.magnitude, (first + count - 1).magnitude)
      let includesZero = first <= 0 && first + count > 0
      let smallest = (includesZero ? 1 : min(low, high)) * unit.magnitude
      let largest = max(low, high) * unit.magnitude
      return largest > 10
        && TickLabels.notation(smallest: smallest, largest: largest, exponent: unitExponent) != .plain
    }

    /// 1 × 10^e and 2 × 10^e are written without the tenths, so that labels have no needless decimal.
    private var unit: Int { mantissa % 10 == 0 ? mantissa / 10 : mantissa }
    private var unitExponent: Int { mantissa % 10 == 0 ? exponent : exponent - 1 }
  }
}
