import Foundation
import TestSupport
import Testing
import Text

@Suite struct SignificantTests {
  @Test(arguments: [
    (0.1, "0.1"), (0.09755282581475769, "0.09755"), (0, "0"), (-0.0, "0"), (1, "1"), (1234.5, "1235"),
    (99_999.6, "100000"), (1e6, "1e6"), (1.23456e-7, "1.235e-7"), (9.9996e-5, "0.0001"), (0.00012345, "0.0001235"),
    (-2.5, "-2.5"), (0.99999, "1"), (1e-300, "1e-300"), (1e308, "1e308"),
    (Double.leastNonzeroMagnitude, "4.941e-324"),
    (Double.infinity, "inf"),
  ])
  func `four digits, without needless ones`(_ value: Double, _ text: String) {
    #expect(Significant.text(value) == text)
  }

  @Test
  func `reads back to within half of the fourth digit`() throws {
    var random = Random(seed: 7)
    for _ in 0..<20_000 {
      let value = random.number(in: -1...1) * pow(10, random.number(in: -300...300))
      let read = try #require(Double(Significant.text(value)))
      #expect(abs(read - value) <= abs(value) * 0.00051, "\(value)")
    }
  }
}
