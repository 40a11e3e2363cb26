import Testing

@testable import Schedules

@Suite struct DarknetConstantTests {
  @Test func `burns in along a fourth power, and stays`() throws {
    let json = #"{"type": "darknet.constant", "burn_in": 4}"#
    #expect(try Stepping.rates(json, count: 6, lr: 256) == [0, 1, 16, 81, 256, 256])
  }

  @Test func `has no burn-in unless it is given`() throws {
    #expect(try Stepping.rates(#"{"type": "darknet.constant"}"#, count: 2) == [1, 1])
  }
}
