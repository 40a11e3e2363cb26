import Text

/// A number as a log writes it, with what tells how exactly it is written.
struct LogNumber {
  let value: Double
  /// Digits from the first that is not zero.
  let digits: Int
  /// Digits after the point.
  let decimals: Int
  let hasExponent: Bool
  /// Where it ends.
  let end: Int

  /// Reads the number that begins at a place, whatever stands after it; `nil` where none does.
  init?(_ bytes: Bytes, from start: Int, to end: Int) {
    var place = start
    var isNegative = false
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    var (mantissa, taken, digits, decimals): (UInt64, Int, Int, Int) = (0, 0, 0, 0)
    var (dropped, isBehindPoint, hasAny) = (0, false, false)
    while place < end {
      let byte = bytes[place]
      if byte.isDigit {
        hasAny = true
        if isBehindPoint { decimals += 1 }
        if byte != 0x30 || digits > 0 { digits += 1 }
        if taken < 18 {
          mantissa = mantissa * 10 + UInt64(byte - 0x30)
          if mantissa > 0 { taken += 1 }
        } else {
          dropped += 1
        }
      } else if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else {
        break
      }
      place += 1
    }
    guard hasAny else { return nil }
    let mantissaEnd = place
    var exponent = 0
    var hasExponent = false
    if place + 1 < end, bytes[place] | 0x20 == UInt8(ascii: "e") {
      var next = place + 1
      let isBelow = bytes[next] == UInt8(ascii: "-")
      if isBelow || bytes[next] == UInt8(ascii: "+") { next += 1 }
      let firstDigit = next
      while next < end, bytes[next].isDigit {
        if exponent < 10_000 { exponent = exponent * 10 + Int(bytes[next] - 0x30) }
        next += 1
      }
      if next > firstDigit {
        hasExponent = true
        if isBelow { exponent = -exponent }
        place = next
      } else {
        exponent = 0
      }
    }
    // A product or quotient of two exact doubles is the nearest double.
    let power = exponent - decimals
    var value: Double
    if dropped == 0, mantissa < 1 << 53, power >= -22, power <= 22 {
      value = power < 0 ? Double(mantissa) / PowerOfTen.exact[-power] : Double(mantissa) * PowerOfTen.exact[power]
      if isNegative { value = -value }
    } else {
      let signless = start < mantissaEnd && bytes[start] == UInt8(ascii: "+") ? start + 1 : start
      guard place - signless <= 400, let read = Double(String(decoding: bytes[signless..<place], as: UTF8.self)) else {
        return nil
      }
      value = read
    }
    guard value.isFinite else { return nil }
    self.value = value
    self.digits = digits
    self.decimals = decimals
    self.hasExponent = hasExponent
    self.end = place
  }
}
