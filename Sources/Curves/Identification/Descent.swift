import Objectives
import Text

/// The form along which a rate falls from a level to another.
enum Descent: Equatable {
  case line
  case cosine
  /// The height less the root of the part that is over.
  case root
  /// Megatron’s: as often halved as parts are over, stretched to end at 0.
  case halving
  /// timm’s hyperbolic tangent, from 7 half-widths before its middle to 3 after it.
  case tanh
  case power(Double)

  /// How much of the height is left when a part of the way is over.
  func left(at part: Double) -> Double {
    let part = max(0, min(1, part))
    switch self {
    case .line: return 1 - part
    case .cosine: return (1 + Libm.cos(.pi * part)) / 2
    case .root: return 1 - part.squareRoot()
    case .halving: return 2 * Libm.pow(0.5, part) - 1
    case .tanh: return (1 - Libm.tanh(-7 * (1 - part) + 3 * part)) / 2
    case .power(let power): return Libm.pow(1 - part, power)
    }
  }

  /// The levels between which points fall from a place to another: of those that are not known, the best.
  func levels(
    _ points: [CurveFit.Point], from begin: Double, to end: Double, top: Double?, foot: Double?
  ) -> (top: Double, foot: Double, error: Double, squares: Double)? {
    guard end > begin, !points.isEmpty else { return nil }
    let parts = points.map { left(at: ($0.x - begin) / (end - begin)) }
    var (high, low): (Double, Double)
    switch (top, foot) {
    case (let top?, let foot?): (high, low) = (top, foot)
    case (let top?, nil):
      // y − top · u = foot · (1 − u)
      var (upper, lower) = (0.0, 0.0)
      for (point, part) in zip(points, parts) {
        upper += (point.y - top * part) * (1 - part)
        lower += (1 - part) * (1 - part)
      }
      guard lower > 0 else { return nil }
      (high, low) = (top, upper / lower)
    case (nil, let foot?):
      var (upper, lower) = (0.0, 0.0)
      for (point, part) in zip(points, parts) {
        upper += (point.y - foot * (1 - part)) * part
        lower += part * part
      }
      guard lower > 0 else { return nil }
      (high, low) = (upper / lower, foot)
    case (nil, nil):
      guard let line = CurveFit.line(zip(parts, points).map { ($0, $1.y) }) else { return nil }
      (high, low) = (line.start + line.slope, line.start)
    }
    var (worst, squares) = (0.0, 0.0)
    for (point, part) in zip(points, parts) {
      let off = abs(point.y - low - (high - low) * part)
      (worst, squares) = (max(worst, off), squares + off * off)
    }
    return worst.isFinite ? (high, low, worst, squares) : nil
  }

  /// Where points that fall from a place end, between two places.
  func end(
    _ points: [CurveFit.Point], from begin: Double, within range: ClosedRange<Double>, top: Double?, foot: Double?
  ) -> (end: Double, error: Double)? {
    func squares(_ end: Double) -> Double {
      levels(points, from: begin, to: end, top: top, foot: foot)?.squares ?? .infinity
    }
    let (low, high) = (range.lowerBound - begin, range.upperBound - begin)
    guard low > 0, high >= low else { return nil }
    let ratio = max(1.0001, Libm.pow(high / low, 1.0 / 24))
    var best = (length: low, squares: Double.infinity)
    var length = low
    while length <= high * 1.0001 {
      let made = squares(begin + length)
      if made < best.squares { best = (length, made) }
      length *= ratio
    }
    let first = max(range.lowerBound, begin + best.length / ratio)
    let last = max(first, min(range.upperBound, begin + best.length * ratio))
    let end = GoldenSection.minimum(in: first...last, evaluations: CurveFit.evaluations, squares)
    return levels(points, from: begin, to: end, top: top, foot: foot).map { (end, $0.error) }
  }
}
