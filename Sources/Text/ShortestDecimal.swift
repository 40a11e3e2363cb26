/// The shortest decimal that reads back to a double, and of several the nearest to it: digits / 10^places.
///
/// A double m·2^q stands for the numbers up to half a step, 2^q / 2, on either side. Let 10^−places be the greatest power
/// of ten within a step. Some multiple of it reads back, and at most one of ten times it, which is shorter where it does.
/// Source: Giulietti 2020, “The Schubfach way to render doubles”; for what rates and metrics are the arithmetic is exact.
struct ShortestDecimal {
  /// Sixteen or seventeen digits, of which the last ones may be zeros.
  let digits: UInt64
  let places: Int

  /// The decimal of a double between 5e-10 and 2⁵²; `nil` beyond.
  init?(_ value: Double) {
    let fraction = value.significandBitPattern
    let power = Int(value.exponentBitPattern) - 1075
    // −⌊power · log₁₀ 2⌋, for any power that a double has.
    let places = -((power * 78_913) >> 18)
    guard places > 0, places < Self.powersOfFive.count else { return nil }
    self.places = places

    // The value is `product` parts, of which `unit` make one in the last place; a step is 4 · five of them.
    let five = Self.powersOfFive[places]
    let shift = 2 - power - places
    let unit: UInt64 = 1 << shift
    let product = ((fraction | 1 << 52) << 2).multipliedFullWidth(by: five)
    let floor = product.high << (64 - shift) | product.low >> shift
    let rest = product.low & (unit - 1)

    // How far away a number may be: below a power of two steps are half as long, and halfway the even double is read.
    let odd = fraction & 1
    let above = 2 * five - odd
    let below = (fraction == 0 ? five : 2 * five) - odd
    let last = floor % 10
    let (fromTen, toTen) = (last * unit + rest, (10 - last) * unit - rest)
    if (fromTen <= below) != (toTen <= above) {
      digits = fromTen <= below ? floor - last : floor - last + 10
      return
    }
    let isNearer = 2 * rest < unit || (2 * rest == unit && floor & 1 == 0)
    digits = rest <= below && (isNearer || unit - rest > above) ? floor : floor + 1
  }

  private static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625, 1_220_703_125,
    6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625, 19_073_486_328_125,
    95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625, 11_920_928_955_078_125, 59_604_644_775_390_625,
    298_023_223_876_953_125,
  ]
}
