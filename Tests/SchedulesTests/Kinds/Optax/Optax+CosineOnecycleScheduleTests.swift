import Testing

@testable import Schedules

@Suite struct OptaxCosineOnecycleScheduleTests {
  private func json(_ members: String) -> String {
    #"{"type": "optax.cosine_onecycle_schedule", "peak_value": 1, \#(members)}"#
  }

  @Test func `rises to the peak and falls far below the start`() throws {
    let rates = try Stepping.rates(json(#""transition_steps": 10, "final_div_factor": 100"#), count: 12)
    expect(Array(rates[..<5]), near: [0.04, 0.28, 0.76, 1, 0.950504])
    expect(Array(rates[10...]), near: [0.0004, 0.0004])
  }

  @Test func `refuses a length that is not positive`() {
    #expect(refusal(json(#""transition_steps": -2"#)) == "value at -2")
  }
}
