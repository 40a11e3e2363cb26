import Testing

@testable import Schedules

@Suite struct RiseTests {
  @Test(arguments: [Rise.linear, Rise.cosine, Rise.oneMinusSquareRoot] as [@Sendable (Double) -> Double])
  func `rises from 0 to 1 and never falls`(rise: @Sendable (Double) -> Double) {
    let values = (0...100).map { rise(Double($0) / 100) }
    #expect(values[0] == 0 && values[100] == 1)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `halves where each shape halves`() {
    #expect(Rise.linear(0.5) == 0.5)
    #expect(abs(Rise.cosine(0.5) - 0.5) < 1e-15)
    #expect(Rise.oneMinusSquareRoot(0.75) == 0.5)
  }
}
