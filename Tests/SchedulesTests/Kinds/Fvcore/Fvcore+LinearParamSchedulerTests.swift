import Testing

@testable import Schedules

@Suite struct FvcoreLinearParamSchedulerTests {
  @Test func `goes from one value to the other, and on`() throws {
    let json = #"{"type": "fvcore.linear", "start_value": 1, "end_value": 0, "max_iter": 4}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 0.75, 0.5, 0.25, 0, -0.25])
  }
}
