import Testing

@testable import Schedules

@Suite struct MMEngineExponentialTests {
  @Test func `is held outside of its window`() throws {
    let json = #"{"type": "mmengine.ExponentialLR", "gamma": 0.5, "begin": 1, "end": 4}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.25, 0.25, 0.25])
  }
}
