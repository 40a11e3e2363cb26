import Testing

@testable import Schedules

@Suite struct OptaxWarmupCosineDecayScheduleTests {
  private func json(warmup: Int, whole: Int) -> String {
    #"""
    {"type": "optax.warmup_cosine_decay_schedule", "init_value": 0, "peak_value": 1, "warmup_steps": \#(warmup),
     "decay_steps": \#(whole), "end_value": 0.1}
    """#
  }

  @Test func `counts the warm-up as a part of the whole`() throws {
    let node = json(warmup: 3, whole: 10)
    expect(
      try Stepping.rates(node, count: 12),
      near: [
        0, 0.333333, 0.666667, 1, 0.955436, 0.83057, 0.650134, 0.449866, 0.26943, 0.144564, 0.1, 0.1,
      ])
    #expect(try Stepping(node).node.scheduler.length == 10)
    #expect(try Stepping(node).node.phases.map(\.start) == [0, 3, 10])
  }

  @Test func `needs no warm-up`() throws {
    #expect(try Stepping.rates(json(warmup: 0, whole: 10), count: 1) == [1])
  }

  @Test func `refuses a warm-up as long as the whole`() {
    #expect(refusal(json(warmup: 10, whole: 10)) == "value at 10")
  }
}
