import Testing

@testable import Schedules

@Suite struct OptaxWarmupConstantScheduleTests {
  private func json(_ steps: Int) -> String {
    #"{"type": "optax.warmup_constant_schedule", "init_value": 0, "peak_value": 1, "warmup_steps": \#(steps)}"#
  }

  @Test func `rises to the peak and holds it`() throws {
    #expect(try Stepping.rates(json(2), count: 5) == [0, 0.5, 1, 1, 1])
    #expect(try Stepping(json(2)).node.scheduler.length == 3)
  }

  @Test func `of no steps stays where it is`() throws {
    #expect(try Stepping.rates(json(0), count: 3) == [0, 0, 0])
  }
}
