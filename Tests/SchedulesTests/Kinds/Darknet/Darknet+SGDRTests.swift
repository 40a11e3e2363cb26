import Testing

@testable import Schedules

@Suite struct DarknetSGDRTests {
  @Test func `shows the end of each cycle, and begins the next one behind its peak`() throws {
    let json = #"{"type": "darknet.sgdr", "sgdr_cycle": 2, "learning_rate_min": 0}"#
    expect(try Stepping.rates(json, count: 8), near: [1, 0.5, 0, 0.853553, 0.5, 0.146447, 0, 0.96194])
  }

  @Test func `counts equal cycles without going through them`() throws {
    let json = #"{"type": "darknet.sgdr", "sgdr_cycle": 2, "sgdr_mult": 1, "learning_rate_min": 0.2}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.6, 0.2, 0.6, 0.2, 0.6])
  }

  @Test(arguments: [#""sgdr_cycle": 0"#, #""sgdr_mult": 0"#])
  func `refuses cycles that never end`(parameter: String) {
    #expect(refusal(#"{"type": "darknet.sgdr", \#(parameter)}"#) == "value at 0")
  }
}
