import Testing

@testable import Schedules

@Suite struct OptaxWarmupExponentialDecayScheduleTests {
  @Test func `decays from the peak, counted from there`() throws {
    let json = #"""
      {"type": "optax.warmup_exponential_decay_schedule", "init_value": 0, "peak_value": 1, "warmup_steps": 2,
       "transition_steps": 2, "decay_rate": 0.25, "staircase": true, "transition_begin": 1, "end_value": 0.1}
      """#
    #expect(try Stepping.rates(json, count: 9) == [0, 0.5, 1, 1, 1, 0.25, 0.25, 0.1, 0.1])
    let node = try Stepping(json).node
    #expect(
      node.phases == [
        Phase(start: 0, motion: .moves, label: "warm-up"), Phase(start: 2, motion: .jumps, label: "decay"),
      ])
    #expect(node.scheduler.length == 5)
  }
}
