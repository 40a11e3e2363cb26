import Testing

@testable import Schedules

@Suite struct DarknetSigmoidTests {
  @Test func `falls, with half the rate at step`() throws {
    let json = #"{"type": "darknet.sig", "gamma": 1, "step": 2}"#
    expect(try Stepping.rates(json, count: 4), near: [0.880797, 0.731059, 0.5, 0.268941])
  }
}
