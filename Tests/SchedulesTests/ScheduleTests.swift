import Schedules
import Testing

@Suite struct ScheduleTests {
  @Test func `steps a schedule for a training loop`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 0.1}, "scheduler": {"type": "cosine", "T_max": 2}}"#)
    var rates = [schedule.optimizer.groups[0].lr]
    for _ in 0..<2 {
      schedule.stepOptimizer()
      try schedule.step()
      rates.append(schedule.optimizer.groups[0].lr)
    }
    #expect(rates == [0.1, 0.05, 0])
    #expect(schedule.optimizer.stepCount == 2)
  }

  @Test func `is given the metric by hand`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 1}, "scheduler": {"type": "plateau", "patience": 0}}"#)
    for _ in 0..<2 { try schedule.step(metric: 0.5) }
    #expect(schedule.optimizer.groups[0].lr == 0.1)
    #expect(throws: ScheduleError.self) { try schedule.step() }
  }

  @Test func `shows what is wrong and where`() throws {
    let error = try #require(throws: ScheduleError.self) { try Schedule(json: #"{"scheduler": {"type": "cosin"}}"#) }
    #expect(error.description.hasPrefix("schedule:1:24: error[kind]: there is no scheduler “cosin”"))
    var schedule = try Schedule(json: #"{"scheduler": {"type": "onecycle", "max_lr": 1, "total_steps": 2}}"#)
    for _ in 0..<2 { try schedule.step() }
    let end = try #require(throws: ScheduleError.self) { try schedule.step() }
    #expect(end.description.contains("shorten the run, or raise total_steps"))
  }
}
