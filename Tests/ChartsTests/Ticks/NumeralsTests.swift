import TestSupport
import Testing

@testable import Charts

@Suite struct NumeralsTests {
  private func numerals(_ high: Double, from low: Double = 0) -> Numerals {
    Numerals(of: LinearTicks.covering(low, high, wanted: 6))
  }

  @Test
  func `numbers speak the notation of the axis`() {
    #expect(numerals(1e-4).text(1e-4, peak: 1e-4) == "1e-4")
    #expect(numerals(1e-4).text(9.8765e-5, peak: 1e-4) == "9.877e-5")
    #expect(numerals(0.1).text(0.097553, peak: 0.1) == "0.09755")
    #expect(numerals(0.1).text(9.866e-5, peak: 0.1) == "0.0001")
    #expect(numerals(0.1).text(3.4e-5, peak: 0.1) == "0.000034")
    #expect(numerals(1.25e7).text(12181, peak: 12_345_678) == "1.218e4")
    #expect(numerals(0.1).text(0, peak: 0.1) == "0")
  }

  @Test
  func `what is only an error of rounding is nearly 0`() {
    #expect(numerals(0.1).text(7.552e-16, peak: 0.1) == "≈ 0")
    #expect(numerals(1e-4).text(-9e-14, peak: 1e-4) == "≈ 0")
    #expect(numerals(1e-4).text(1.1e-13, peak: 1e-4) == "1.1e-13")
  }

  @Test
  func `no fewer digits than the ticks have`() {
    let ticks = LinearTicks.covering(0.1, 0.100003, wanted: 7)
    #expect(Numerals(of: ticks).text(0.1000029, peak: 0.1000029) == "0.1000029")
  }

  @Test
  func `every number reads back to within half of its second digit`() throws {
    var random = Random(seed: 22)
    for _ in 0..<5000 {
      let peak = Double("1e\(Int(random.next() % 24) - 12)") ?? 1
      let value = peak * random.number(in: 1e-6...1)
      let text = numerals(peak).text(value, peak: peak)
      let read = try #require(Double(text))
      #expect(abs(read - value) <= value * 0.051, "\(value) beside \(peak): \(text)")
    }
  }
}
