import Testing

@testable import Schedules

@Suite struct DarknetExpTests {
  @Test func `decays from the first batch on`() throws {
    let json = #"{"type": "darknet.exp", "gamma": 0.5, "burn_in": 1}"#
    #expect(try Stepping.rates(json, count: 4) == [0, 0.5, 0.25, 0.125])
  }
}
