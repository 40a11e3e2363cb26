import Testing

@testable import Text

@Suite struct EightDigitsTests {
  @Test func `every digit stands in its place`() {
    for number in Array(0...9_999) + stride(from: 10_000, through: 99_999_999, by: 9_973) + [99_999_999] {
      let digits = EightDigits(UInt64(number))
      var text = String(number)
      let zeros = 8 - text.count
      text = String(repeating: "0", count: zeros) + text
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: digits.word >> (8 * $0)) }
      guard bytes == Array(text.utf8), digits.zerosInFront == (number == 0 ? 8 : zeros),
        digits.zerosBehind == text.reversed().prefix(while: { $0 == "0" }).count
      else {
        Issue.record("\(number) is written \(bytes.text)")
        return
      }
    }
  }
}
