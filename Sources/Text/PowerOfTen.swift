/// Division by a power of ten.
package enum PowerOfTen {
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
