import Testing
import Text

@Suite("PowerOfTen")
struct PowerOfTenTests {
  @Test("divides as the processor does", arguments: [1, 10, 100, 1000, 10_000, 1_000_000_000, 7] as [UInt])
  func divides(_ scale: UInt) {
    for number in [0, 1, 9, 10, 99, 100, 999, 1000, 123_456_789, UInt.max] as [UInt] {
      let (quotient, remainder) = PowerOfTen.divide(number, by: scale)
      #expect(quotient == number / scale && remainder == number % scale)
    }
  }

  @Test("a scale of nothing is taken for one")
  func nothing() {
    #expect(PowerOfTen.divide(5, by: 0) == (5, 0))
  }
}
