/// A small seeded generator (SplitMix64), so that a failure can be repeated.
package struct Random: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// One whose seed is made of a text, as of the name of what is tested.
  package init(seed text: String) { self.init(seed: text.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func number(in range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

  /// A number from 0 up to a bound.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// A text with so many random changes: bytes and pieces that are put in, left out, cut off, and repeated.
  package mutating func damaged(_ good: [UInt8], changes: Int, _ pieces: [String]) -> [UInt8] {
    var bytes = good
    for _ in 0..<changes {
      let place = below(bytes.count + 1)
      switch below(5) {
      case 0: bytes.insert(UInt8(below(256)), at: place)
      case 1: bytes.insert(contentsOf: pieces[below(pieces.count)].utf8, at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(4)))
      case 3: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + below(30))], at: place)
      }
    }
    return bytes
  }
}
