import Diagnostics
import Text

/// The ways in which a schedule that was flat comes down in the end, as a file names them.
///
/// With q the part of the decay that is over, and m the part of the rate that is left at its end:
/// linear, cosine, mirror-cosine, 1-sqrt and square go from 1 to 0 and are then laid between 1 and m; exponential is mᑫ and
/// inverse is 1 / (q/m + 1 − q). Source: Hägele et al. 2024, arXiv:2405.18392; for inverse Wen et al. 2024,
/// arXiv:2410.05192.
enum Decay: String, Choice {
  case linear, cosine
  /// The cosine mirrored in the line: fast at both ends, and slow in the middle.
  case mirrorCosine = "mirror-cosine"
  case oneMinusSquareRoot = "1-sqrt"
  case square, exponential, inverse

  /// The part of the rate that is left when the part `progress` of the decay is over: from 1 to `end`.
  func factor(_ progress: Double, to end: Double) -> Double {
    switch self {
    case .linear: Fall.between(end, Fall.linear(progress))
    case .cosine: Fall.between(end, Fall.cosine(progress))
    case .mirrorCosine: Fall.between(end, 2 * Fall.linear(progress) - Fall.cosine(progress))
    case .oneMinusSquareRoot: Fall.between(end, Fall.oneMinusSquareRoot(progress))
    case .square: Fall.between(end, 1 - progress * progress)
    case .exponential: Libm.pow(end, progress)
    case .inverse: 1 / (progress / end + (1 - progress))
    }
  }

  /// Checks that the decay can end there; some never reach zero.
  func check(end: Double, as name: String) throws(Diagnostic) {
    guard end == 0, self == .exponential || self == .inverse else { return }
    throw Diagnostic(
      .value, "the decay “\(rawValue)” never gets to zero, so “\(name)” must be greater than 0", of: name)
  }
}
