/// Eight decimal digits as ASCII, all worked out at once.
struct EightDigits {
  /// The bytes in the order of the text, the first one lowest.
  let word: UInt64

  static let bound: UInt64 = 100_000_000

  /// The digits of a number below 10⁸, zeros in front included.
  init(_ number: UInt64) {
    // Halved three times: two numbers of four digits, four of two, eight of one. A product with a rounded reciprocal is
    // exact for so few digits, and stays in its own part of the word.
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = (fours * 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours - 100 * hundreds) << 16
    let tens = (twos * 103) >> 10 & 0x000F_000F_000F_000F
    word = Self.zeros | tens | (twos - 10 * tens) << 8
  }

  var zerosInFront: Int { (word ^ Self.zeros).trailingZeroBitCount / 8 }
  var zerosBehind: Int { (word ^ Self.zeros).leadingZeroBitCount / 8 }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030
}
