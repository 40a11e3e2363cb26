import Testing

@testable import Schedules

@Suite struct DarknetStepTests {
  @Test func `counts drops from the first batch`() throws {
    let json = #"{"type": "darknet.step", "step": 2, "scale": 0.5, "burn_in": 3, "power": 1}"#
    expect(try Stepping.rates(json, count: 7), near: [0, 0.333333, 0.666667, 0.5, 0.25, 0.25, 0.125])
  }

  @Test func `changes nothing by default, and refuses a step of nothing`() throws {
    #expect(try Stepping.rates(#"{"type": "darknet.step"}"#, count: 3) == [1, 1, 1])
    #expect(refusal(#"{"type": "darknet.step", "step": 0}"#) == "value at 0")
  }
}
