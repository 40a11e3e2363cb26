import TestSupport
import Testing

@testable import Charts

@Suite struct CountTests {
  @Test(arguments: [
    (0, "0"), (2000, "2k"), (300_000, "300k"), (1_200_000, "1.2M"), (4_000_000_000, "4B"), (19_550, "19.55k"),
    (117_300, "117.3k"), (999, "999"), (999_999, "1M"), (1_234_567, "1.235M"), (1_500_000_000_000, "1.5T"),
  ])
  func `as people say them`(_ number: Int, _ text: String) {
    #expect(Count.text(number, of: 1_000_000_000) == text)
  }

  @Test
  func `a short axis is labelled in full`() {
    #expect(Count.text(5100, of: 5100) == "5100")
  }

  @Test
  func `any number is within half of its fourth digit`() throws {
    var random = Random(seed: 21)
    for _ in 0..<5000 {
      let number = Int(random.next() >> UInt64(random.next() % 60 + 2))
      let text = Count.text(number, of: .max)
      let letter = text.last.flatMap { ["k": 1e3, "M": 1e6, "B": 1e9, "T": 1e12][$0] }
      let mantissa = try #require(Double(letter == nil ? text : String(text.dropLast())))
      #expect(abs(mantissa * (letter ?? 1) - Double(number)) <= max(1, Double(number) * 6e-4), "\(number): \(text)")
    }
  }
}
