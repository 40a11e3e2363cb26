import Text

/// The ways in which warm-ups rise from 0 to 1 while their progress goes from 0 to 1: `Fall` upside down.
///
/// In the operations of transformers' warm-ups; a kind whose framework multiplies in another order computes for itself.
enum Rise {
  /// A line: p.
  static func linear(_ progress: Double) -> Double { progress }

  /// Half a cosine wave: (1 − cos πp)/2.
  static func cosine(_ progress: Double) -> Double { 0.5 * (1 - Libm.cos(.pi * progress)) }

  /// Slow at first, then ever faster: 1 − √(1 − p).
  static func oneMinusSquareRoot(_ progress: Double) -> Double { 1 - (1 - progress).squareRoot() }
}
