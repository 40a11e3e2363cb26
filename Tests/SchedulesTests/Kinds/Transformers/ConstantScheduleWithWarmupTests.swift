import Testing

@testable import Schedules

@Suite struct ConstantScheduleWithWarmupTests {
  @Test func `rises along a line, and stays`() throws {
    let json = #"{"type": "transformers.constant_with_warmup", "num_warmup_steps": 4}"#
    #expect(try Stepping.rates(json, count: 6) == [0, 0.25, 0.5, 0.75, 1, 1])
  }

  @Test func `need not know how long the run is`() throws {
    let json = #"{"scheduler": {"type": "transformers.constant_with_warmup", "num_warmup_steps": 4}}"#
    var schedule = try Schedule(json: json)
    try schedule.step()
    #expect(schedule.optimizer.groups[0].lr == 0.1 * 0.25)
  }

  @Test func `needs to know it for a percentage`() {
    let json = #"{"scheduler": {"type": "transformers.constant_with_warmup", "num_warmup_steps": "4%"}}"#
    #expect(throws: ScheduleError.self) { try Schedule(json: json) }
  }

  @Test func `cannot be resumed, for get_scheduler does not hand last_epoch on`() {
    let json = #"{"type": "transformers.constant_with_warmup", "num_warmup_steps": 4, "last_epoch": 2}"#
    #expect(refusal(json) == #"param at "last_epoch""#)
  }
}
