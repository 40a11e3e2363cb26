import Testing

@testable import Schedules

@Suite struct MMEngineMultiStepTests {
  @Test func `drops at milestones counted from its begin`() throws {
    let json = #"{"type": "mmengine.MultiStepLR", "milestones": [3, 1, 3], "gamma": 0.5, "begin": 2}"#
    #expect(try Stepping.rates(json, count: 7) == [1, 1, 1, 0.5, 0.5, 0.125, 0.125])
  }
}
