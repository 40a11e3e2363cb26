import Testing

@testable import Schedules

@Suite struct FallTests {
  @Test(arguments: [Fall.cosine(_:), Fall.linear, Fall.oneMinusSquareRoot] as [@Sendable (Double) -> Double])
  func `falls from 1 to 0 and never rises`(fall: @Sendable (Double) -> Double) {
    let values = (0...100).map { fall(Double($0) / 100) }
    #expect(values[0] == 1 && values[100] == 0)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func `halves where each shape halves`() {
    #expect(abs(Fall.cosine(0.5) - 0.5) < 1e-15)
    #expect(Fall.linear(0.5) == 0.5)
    #expect(Fall.oneMinusSquareRoot(0.25) == 0.5)
  }
}
