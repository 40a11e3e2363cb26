import Testing

@testable import Schedules

@Suite struct OptaxLinearOnecycleScheduleTests {
  private func json(_ members: String) -> String {
    #"{"type": "optax.linear_onecycle_schedule", "peak_value": 1, \#(members)}"#
  }

  @Test func `rises, falls back and falls far below`() throws {
    let rates = try Stepping.rates(json(#""transition_steps": 10, "final_div_factor": 100"#), count: 12)
    expect(rates, near: [0.04, 0.36, 0.68, 1, 0.808, 0.616, 0.424, 0.232, 0.04, 0.0202, 0.0004, 0.0004])
  }

  @Test func `loses points that fall on one step`() throws {
    expect(try Stepping.rates(json(#""transition_steps": 1"#), count: 3), near: [0.0016, 1.6e-7, 1.6e-7])
  }

  @Test func `refuses a length that is not positive, and negative divisors`() {
    #expect(refusal(json(#""transition_steps": 0"#)) == "value at 0")
    #expect(refusal(json(#""transition_steps": 9, "final_div_factor": -1"#)) == "value at -1")
  }
}
