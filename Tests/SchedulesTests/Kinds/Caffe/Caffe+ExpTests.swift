import Testing

@testable import Schedules

@Suite struct CaffeExpTests {
  @Test func `decays every iteration`() throws {
    #expect(try Stepping.rates(#"{"type": "caffe.exp", "gamma": 0.5}"#, count: 4) == [1, 0.5, 0.25, 0.125])
  }
}
