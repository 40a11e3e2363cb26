import Testing

@testable import Schedules

@Suite struct FvcorePolynomialDecayParamSchedulerTests {
  @Test func `falls along a square`() throws {
    let json = #"{"type": "fvcore.PolynomialDecayParamScheduler", "base_value": 2, "power": 2, "max_iter": 4}"#
    #expect(try Stepping.rates(json, count: 5) == [2, 1.125, 0.5, 0.125, 0])
  }
}
