import Testing

@testable import Schedules

@Suite struct PaddleInverseTimeDecayTests {
  @Test func `decays with the inverse of time`() throws {
    #expect(
      try Stepping.rates(#"{"type": "paddle.InverseTimeDecay", "gamma": 1}"#, count: 4) == [1, 0.5, 1.0 / 3, 0.25])
  }

  @Test func `refuses a division by zero`() {
    #expect(refusal(#"{"type": "paddle.inverse-time", "gamma": -0.5}"#, steps: 2) == #"run at "paddle.inverse-time""#)
  }
}
