import Foundation
import Schedules
import Testing

@Suite struct ScheduleTests {
  @Test func `ends epochs where the loop says so`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 0.1}, "scheduler": {"type": "cosine", "T_max": 2}}"#)
    var rates = [schedule.rate]
    for _ in 0..<2 {
      for _ in 0..<3 { try schedule.endStep() }
      try schedule.endEpoch()
      rates.append(schedule.rate)
    }
    #expect(rates == [0.1, 0.05, 0])
    #expect(schedule.groups.map(\.lr) == [0])
  }

  @Test func `ends epochs by itself where the file says how long they are`() throws {
    let json = #"{"steps_per_epoch": 2, "optimizer": {"lr": 8}, "scheduler": {"type": "exponential", "gamma": 0.5}}"#
    var (quiet, loud) = (try Schedule(json: json), try Schedule(json: json))
    var rates: [[Double]] = [[], []]
    for step in 1...6 {
      rates[0].append(quiet.rate)
      rates[1].append(loud.rate)
      try quiet.endStep()
      try loud.endStep()
      if step % 2 == 0 { try loud.endEpoch(metric: 1) }
    }
    #expect(rates == [[8, 8, 4, 4, 2, 2], [8, 8, 4, 4, 2, 2]])
    try loud.endStep()
    let early = try #require(throws: ScheduleError.self) { try loud.endEpoch() }
    #expect(early.description.contains("an epoch has 2 updates, and only 1 of them are done"))
  }

  @Test func `is given the metric by hand`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 1}, "scheduler": {"type": "plateau", "patience": 0}}"#)
    for _ in 0..<2 { try schedule.endEpoch(metric: 0.5) }
    #expect(schedule.rate == 0.1)
    #expect(throws: ScheduleError.self) { try schedule.endEpoch() }
  }

  @Test func `waits for the metric of an epoch that is over`() throws {
    let json = #"{"steps_per_epoch": 2, "optimizer": {"lr": 1}, "scheduler": {"type": "plateau", "patience": 0}}"#
    var schedule = try Schedule(json: json)
    for _ in 0..<2 {
      for _ in 0..<2 { try schedule.endStep() }
      try schedule.endEpoch(metric: 0.5)
    }
    #expect(schedule.rate == 0.1)
    for _ in 0..<2 { try schedule.endStep() }
    #expect(throws: ScheduleError.self) { try schedule.endStep() }
  }

  @Test func `shows the metric to what evaluates every so many updates`() throws {
    let plateau = #"{"type": "plateau", "patience": 0, "interval": {"steps": 3}}"#
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 1}, "scheduler": \#(plateau)}"#)
    var rates: [Double] = []
    for step in 1...7 {
      rates.append(schedule.rate)
      try schedule.endStep(metric: step % 3 == 0 ? 0.5 : nil)
    }
    #expect(rates == [1, 1, 1, 1, 1, 1, 0.1])
    let fairseq = #"{"scheduler": {"type": "fairseq.reduce_lr_on_plateau"}}"#
    var watcher = try Schedule(json: fairseq)
    let error = try #require(throws: ScheduleError.self) { try watcher.endEpoch(metric: 1) }
    #expect(error.description.contains("give the metric to “endStep”"))
  }

  @Test func `shows what is wrong and where`() throws {
    let error = try #require(throws: ScheduleError.self) { try Schedule(json: #"{"scheduler": {"type": "cosin"}}"#) }
    #expect(error.description.hasPrefix("schedule:1:24: error[kind]: unknown scheduler “cosin”"))
    var schedule = try Schedule(json: #"{"scheduler": {"type": "onecycle", "max_lr": 1, "total_steps": 2}}"#)
    for _ in 0..<2 { try schedule.endEpoch() }
    let end = try #require(throws: ScheduleError.self) { try schedule.endEpoch() }
    #expect(end.description.contains("shorten the run, or lengthen the schedule"))
  }

  @Test func `throws where the next update would use a value that is not finite`() throws {
    let growing = #"{"type": "exponential", "gamma": 1e200}"#
    var rates = try Schedule(json: #"{"scheduler": \#(growing)}"#)
    try rates.endEpoch()
    let error = try #require(throws: ScheduleError.self) { try rates.endEpoch() }
    #expect(error.description.contains("error[run]: the rate is not a finite number"))
    let groups = #"{"lr": 1, "param_groups": [{"name": "a", "lr": 0}, {"name": "b"}]}"#
    var second = try Schedule(json: #"{"optimizer": \#(groups), "scheduler": \#(growing)}"#)
    try second.endEpoch()
    let named = try #require(throws: ScheduleError.self) { try second.endEpoch() }
    #expect(named.description.contains("the rate of the group “b” is not a finite number"))
    let quantities = #"{"weight_decay": {"initial": 1, "scheduler": \#(growing)}}"#
    var decay = try Schedule(json: #"{"scheduler": {"type": "constant"}, "quantities": \#(quantities)}"#)
    try decay.endEpoch()
    #expect(throws: ScheduleError.self) { try decay.endEpoch() }
    #expect(throws: ScheduleError.self) {
      try Schedule(json: #"{"scheduler": {"type": "caffe.exp", "gamma": 1e12}, "optimizer": {"lr": 1e308}}"#).advanced()
    }
  }

  @Test func `gives a group that is added the rate that it would have had`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 1}, "scheduler": {"type": "exponential", "gamma": 0.5}}"#)
    for _ in 0..<2 { try schedule.endEpoch() }
    try schedule.addGroup(ParamGroup(name: "head", lr: 8))
    #expect(schedule.groups.map(\.lr) == [0.25, 2])
    try schedule.endEpoch()
    #expect(schedule.groups.map(\.lr) == [0.125, 1])
    #expect(throws: ScheduleError.self) { try schedule.addGroup(ParamGroup(name: "head", lr: 1)) }
    #expect(throws: ScheduleError.self) { try schedule.addGroup(ParamGroup(name: "nan", lr: .nan)) }
    var lambdas = try Schedule(json: #"{"scheduler": {"type": "lambda", "lr_lambda": ["1"]}}"#)
    #expect(throws: ScheduleError.self) { try lambdas.addGroup(ParamGroup(name: "head", lr: 1)) }
    #expect(lambdas.groups.count == 1)
  }

  @Test func `refuses a state that is not of its file`() throws {
    var schedule = try Schedule(json: #"{"scheduler": {"type": "cosine", "T_max": 9}}"#)
    for _ in 0..<3 { try schedule.endEpoch() }
    let json = #"{"scheduler": {"type": "onecycle", "max_lr": 1, "total_steps": 2}}"#
    #expect(throws: ScheduleError.self) { try Schedule(json: json, state: schedule.state) }
    let text = #"{"history": {"groups": [], "events": [{"call": "endRun", "count": 1}]}}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Schedule.State.self, from: Data(text.utf8))
    }
  }
}

extension Schedule {
  /// After a hundred updates and epochs.
  fileprivate func advanced() throws -> Schedule {
    var schedule = self
    for _ in 0..<100 {
      try schedule.endStep()
      try schedule.endEpoch()
    }
    return schedule
  }
}
