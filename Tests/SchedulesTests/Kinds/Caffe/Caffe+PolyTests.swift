import Testing

@testable import Schedules

@Suite struct CaffePolyTests {
  @Test func `falls to zero at max_iter`() throws {
    let json = #"{"type": "caffe.poly", "power": 2, "max_iter": 4}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 0.5625, 0.25, 0.0625, 0])
  }

  @Test func `takes the run's length for the training's`() throws {
    #expect(try Stepping.rates(#"{"type": "caffe.poly", "power": 1}"#, count: 2, runLength: 2) == [1, 0.5])
    #expect(throws: ScheduleError.self) {
      try Schedule(json: #"{"scheduler": {"type": "caffe.poly", "power": 1}}"#)
    }
  }
}
