import Testing

@testable import Schedules

@Suite struct PaddlePolynomialDecayTests {
  @Test func `falls to its last rate, and holds`() throws {
    let json = #"{"type": "paddle.PolynomialDecay", "decay_steps": 4, "end_lr": 0.1}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.775, 0.55, 0.325, 0.1, 0.1])
  }

  @Test func `rises again, each time lower`() throws {
    let json = #"{"type": "paddle.PolynomialDecay", "decay_steps": 4, "end_lr": 0.1, "cycle": true}"#
    expect(try Stepping.rates(json, count: 10), near: [1, 0.775, 0.55, 0.325, 0.1, 0.4375, 0.325, 0.2125, 0.1, 0.325])
  }

  @Test func `refuses no power`() {
    #expect(refusal(#"{"type": "paddle.PolynomialDecay", "decay_steps": 4, "power": 0}"#) == "value at 0")
  }
}
