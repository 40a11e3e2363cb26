import Testing

@testable import Schedules

@Suite struct OptaxJoinSchedulesTests {
  private let rise = #"{"type": "optax.linear", "init_value": 0, "end_value": 1, "transition_steps": 4}"#
  private let fall = #"{"type": "optax.linear", "init_value": 1, "end_value": 0, "transition_steps": 2}"#

  private func json(_ schedules: [String], _ boundaries: String) -> String {
    #"{"type": "optax.join_schedules", "schedules": [\#(schedules.joined(separator: ", "))], "boundaries": \#(boundaries)}"#
  }

  @Test func `counts each schedule from its boundary`() throws {
    #expect(try Stepping.rates(json([rise, fall], "[2]"), count: 6) == [0, 0.25, 1, 0.5, 0, 0])
    #expect(try Stepping.rates(json([rise, fall], "[-1]"), count: 3) == [0.5, 0, 0])
    #expect(try Stepping.rates(json([rise, fall], "[1.5]"), count: 4) == [0, 0.25, 0.75, 0.25])
  }

  @Test func `ignores what has no counterpart`() throws {
    #expect(try Stepping.rates(json([rise, fall], "[]"), count: 3) == [0, 0.25, 0.5])
    #expect(try Stepping.rates(json([rise], "[1]"), count: 3) == [0, 0.25, 0.5])
  }

  @Test func `takes schedules of other families that are functions of the step`() throws {
    let factor = #"{"type": "WarmupMultiFactorScheduler", "warmup_iters": 2, "step_iters": 9}"#
    #expect(try Stepping.rates(json([rise, factor], "[2]"), count: 6, lr: 3) == [0, 0.25, 0, 1.5, 3, 3])
  }

  @Test func `has the phases and the length of its schedules`() throws {
    let node = try Stepping(json([rise, fall], "[3]")).node
    #expect(node.scheduler.length == 5)
    #expect(node.phases.map(\.start) == [0, 3, 5])
  }

  @Test func `refuses nothing, and schedules that have a memory`() {
    #expect(refusal(json([], "[]")) == "value at []")
    let exponential = #"{"type": "ExponentialLR", "gamma": 0.5}"#
    #expect(refusal(json([exponential], "[]")) == "value at \"ExponentialLR\"")
  }
}
