import Text

/// Random numbers as torch draws them, one at a time, with a CPU generator.
///
/// Source: `at::CPUGeneratorImpl`, `at::uniform_real_distribution` and `at::normal_distribution`, 2.15.
struct TorchRandom: Sendable {
  private var engine = MersenneTwister()
  /// Normal numbers come in pairs; this one waits for its turn.
  private var second: Double?

  /// `manual_seed`: only 32 bits of the seed reach the engine.
  mutating func seed(_ seed: Int) {
    engine.seed(UInt32(truncatingIfNeeded: seed))
    second = nil
  }

  /// `torch.rand(1)`, in single precision: at least 0 and below 1.
  mutating func uniform() -> Double { Double(engine.next() & 0xFF_FFFF) * 0x1p-24 }

  /// `torch.randn(1)`: Box and Muller's transform in double precision, rounded to single.
  mutating func normal() -> Double { Double(Float(normalInDoublePrecision())) }

  private mutating func normalInDoublePrecision() -> Double {
    if let second {
      self.second = nil
      return second
    }
    let (first, other) = (uniformInDoublePrecision(), uniformInDoublePrecision())
    let radius = (-2 * Libm.log1p(-other)).squareRoot()
    let angle = 2 * .pi * first
    second = radius * Libm.sin(angle)
    return radius * Libm.cos(angle)
  }

  private mutating func uniformInDoublePrecision() -> Double {
    let high = UInt64(engine.next())
    return Double((high << 32 | UInt64(engine.next())) & 0x1F_FFFF_FFFF_FFFF) * 0x1p-53
  }
}
