import Testing

@testable import Schedules

@Suite struct PaddleExponentialDecayTests {
  @Test func `multiplies every step, from the base rate`() throws {
    #expect(
      try Stepping.rates(#"{"type": "paddle.ExponentialDecay", "gamma": 0.5}"#, count: 4) == [1, 0.5, 0.25, 0.125])
  }

  @Test(arguments: ["0", "1", "1.5"])
  func `refuses what does not decay`(gamma: String) {
    #expect(refusal(#"{"type": "paddle.ExponentialDecay", "gamma": \#(gamma)}"#) == "value at \(gamma)")
  }
}
