/// Powers of ten, and division by them.
package enum PowerOfTen {
  /// Those that a double holds exactly, which makes one operation with them enough for a correct rounding.
  package static let exact: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// How often a power of ten goes into a number, and what is left.
  ///
  /// The smallest ones are told apart: the processor divides by a number that the compiler knows ten times as fast.
  @inline(__always)
  package static func divide(_ number: UInt, by scale: UInt) -> (quotient: UInt, remainder: UInt) {
    switch scale {
    case 1: (number, 0)
    case 10: number.quotientAndRemainder(dividingBy: 10)
    case 100: number.quotientAndRemainder(dividingBy: 100)
    case 1000: number.quotientAndRemainder(dividingBy: 1000)
    default: number.quotientAndRemainder(dividingBy: max(1, scale))
    }
  }
}
