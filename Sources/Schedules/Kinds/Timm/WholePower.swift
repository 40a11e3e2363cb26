import Diagnostics
import Text

/// A power as Python has it: exact for two ints, which may outgrow any double, and a double for anything else.
///
/// The exact one is kept as a sum of two doubles: all of its first 104 bits, and of a larger one those.
struct WholePower {
  private var high: Double
  private var low = 0.0
  /// How often the sum was divided by 2⁵¹² to stay within the range of a double.
  private var divisions = 0
  /// Whether Python would hold an int.
  private let isWhole: Bool

  private static let mostFactors = 4096.0

  /// `base ** exponent`.
  init(_ base: Double, _ exponent: Double, areIntegers: Bool) throws(Diagnostic) {
    isWhole = areIntegers && exponent >= 0 && exponent <= WholePower.mostFactors
    guard isWhole, let count = Int(exactly: exponent) else {
      high = try Python.power(base, exponent)
      return
    }
    high = Libm.pow(base, exponent)
    // Up to 2⁵³ the double is the int.
    if high.magnitude <= 0x1p53 { return }
    high = base
    for _ in 1..<count { multiply(by: base) }
  }

  private mutating func multiply(by factor: Double) {
    let product = high * factor
    let error = (-product).addingProduct(high, factor) + low * factor
    high = product + error
    low = error - (high - product)
    guard high.magnitude > 0x1p512 else { return }
    high *= 0x1p-512
    low *= 0x1p-512
    divisions += 1
  }

  /// The double nearest to it, which Python makes of it beside a float.
  var double: Double {
    get throws(Diagnostic) {
      let value = divisions < 2 ? high * (divisions == 1 ? 0x1p512 : 1) : .infinity
      guard value.isFinite else { throw Diagnostic(.run, "overflow of **") }
      return value
    }
  }

  /// `self / other`, rounded once where both are ints.
  func quotient(by other: WholePower, _ what: @autoclosure () -> String) throws(Diagnostic) -> Double {
    guard isWhole, other.isWhole else { return try Python.quotient(try double, try other.double, what()) }
    let quotient = try Python.quotient(high, other.high, what())
    if low == 0, other.low == 0, divisions == other.divisions { return quotient }
    let remainder = high.addingProduct(-quotient, other.high) + (low - quotient * other.low)
    var result = quotient + remainder / other.high
    for _ in 0..<min(5, (divisions - other.divisions).magnitude) {
      result *= divisions > other.divisions ? 0x1p512 : 0x1p-512
    }
    guard result.isFinite else { throw Diagnostic(.run, "overflow of a quotient") }
    return result
  }
}
