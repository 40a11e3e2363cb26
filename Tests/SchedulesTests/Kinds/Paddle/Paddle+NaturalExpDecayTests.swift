import Testing

@testable import Schedules

@Suite struct PaddleNaturalExpDecayTests {
  @Test func `decays with a natural exponential`() throws {
    let json = #"{"type": "paddle.NaturalExpDecay", "gamma": 0.5, "learning_rate": 2}"#
    expect(try Stepping.rates(json, count: 3), near: [2, 1.213061, 0.735759])
  }

  @Test func `refuses what does not decay`() {
    #expect(refusal(#"{"type": "paddle.NaturalExpDecay", "gamma": 0}"#) == "value at 0")
  }
}
