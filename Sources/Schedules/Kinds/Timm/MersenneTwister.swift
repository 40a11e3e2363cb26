/// The generator MT19937, as torch seeds it on a CPU.
///
/// Words are made when they are asked for instead of 624 at once, so that four of them do not cost as much as all.
/// Source: Matsumoto & Nishimura 1998, “Mersenne Twister”; `at::mt19937`.
struct MersenneTwister: Sendable {
  private static let size = 624
  private var state: [UInt32]
  private var index = 0

  /// A generator that `seed` has yet to be called on.
  init() { state = Array(repeating: 0, count: MersenneTwister.size) }

  init(seed: UInt32) {
    self.init()
    self.seed(seed)
  }

  mutating func seed(_ seed: UInt32) {
    index = 0
    var word = seed
    state[0] = word
    for position in 1..<MersenneTwister.size {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ UInt32(truncatingIfNeeded: position)
      state[position] = word
    }
  }

  mutating func next() -> UInt32 {
    let following = index + 1 == MersenneTwister.size ? 0 : index + 1
    let distant = index + 397 < MersenneTwister.size ? index + 397 : index + 397 - MersenneTwister.size
    let joined = (state[index] & 0x8000_0000) | (state[following] & 0x7FFF_FFFF)
    var word = state[distant] ^ (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_B0DF)
    state[index] = word
    index = following
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }
}
