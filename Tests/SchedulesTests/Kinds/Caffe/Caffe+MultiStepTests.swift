import Testing

@testable import Schedules

@Suite struct CaffeMultiStepTests {
  @Test func `drops at each value`() throws {
    let json = #"{"type": "caffe.multistep", "gamma": 0.5, "stepvalue": [2, 4]}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 0.5, 0.5, 0.25])
  }

  @Test func `drops once an iteration at most`() throws {
    let json = #"{"type": "caffe.multistep", "gamma": 0.5, "stepvalue": [0, 3, 3, 1]}"#
    #expect(try Stepping.rates(json, count: 7) == [0.5, 0.5, 0.5, 0.25, 0.125, 0.0625, 0.0625])
  }
}
