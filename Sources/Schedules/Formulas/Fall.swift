import Text

/// The ways in which schedules fall from 1 to 0 while their progress goes from 0 to 1.
///
/// Frameworks differ in what they count, clamp and scale, not in these. Where one of them multiplies in another order, so
/// that the last bit differs, its kind says so and computes for itself.
enum Fall {
  /// Half a cosine wave: (1 + cos πp)/2.
  static func cosine(_ progress: Double) -> Double { cosine(angle: .pi * progress) }

  /// Half a cosine wave by its angle, for frameworks that divide after they have multiplied with π.
  static func cosine(angle: Double) -> Double { 0.5 * (1 + Libm.cos(angle)) }

  /// A line: 1 − p.
  static func linear(_ progress: Double) -> Double { 1 - progress }

  /// Fast at first, then slower: 1 − √p, as arXiv:2405.18392 recommends for cool-downs.
  static func oneMinusSquareRoot(_ progress: Double) -> Double { 1 - progress.squareRoot() }

  /// A fall laid between 1 and `end`: exactly 1 where it is 1, and exactly `end` where it is 0.
  static func between(_ end: Double, _ fall: Double) -> Double { fall + end * (1 - fall) }
}
