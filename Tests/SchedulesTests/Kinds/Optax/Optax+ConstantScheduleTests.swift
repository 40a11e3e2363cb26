import Testing

@testable import Schedules

@Suite struct OptaxConstantScheduleTests {
  @Test func `gives its value whatever the optimizer's rate`() throws {
    #expect(try Stepping.rates(#"{"type": "optax.constant_schedule", "value": 0.3}"#, count: 3) == [0.3, 0.3, 0.3])
  }
}
