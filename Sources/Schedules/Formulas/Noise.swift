import Text

/// Noise that follows from the step alone, so that a schedule gives the same curve each time.
enum Noise {
  /// A number of the standard normal distribution, by the method of Box and Muller.
  static func normal(at step: Double) -> Double {
    let seed = step.bitPattern
    let (radius, angle) = (uniform(seed, 1), uniform(seed, 2))
    return (-2 * Libm.log(radius)).squareRoot() * Libm.cos(2 * .pi * angle)
  }

  /// A number above 0 and at most 1: the seed's bits, mixed as SplitMix64 does.
  private static func uniform(_ seed: UInt64, _ stream: UInt64) -> Double {
    var bits = seed &+ stream &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return (Double(bits >> 11) + 1) * 0x1p-53
  }
}
