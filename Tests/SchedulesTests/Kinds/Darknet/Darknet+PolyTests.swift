import Testing

@testable import Schedules

@Suite struct DarknetPolyTests {
  @Test func `has the power of the burn-in`() throws {
    let json = #"{"type": "darknet.poly", "max_batches": 4}"#
    #expect(try Stepping.rates(json, count: 5, lr: 256) == [256, 81, 16, 1, 0])
  }

  @Test func `takes the run's length for the training's`() throws {
    #expect(try Stepping.rates(#"{"type": "darknet.poly", "power": 1}"#, count: 2, runLength: 2) == [1, 0.5])
    #expect(throws: ScheduleError.self) { try Schedule(json: #"{"scheduler": {"type": "darknet.poly"}}"#) }
  }
}
