import Testing

@testable import Schedules

@Suite struct OptaxCosineDecayScheduleTests {
  private func json(_ members: String) -> String {
    #"{"type": "optax.cosine_decay_schedule", "init_value": 1, \#(members)}"#
  }

  @Test func `falls to a part of the first rate and holds it`() throws {
    let rates = try Stepping.rates(json(#""decay_steps": 4, "alpha": 0.1, "exponent": 2"#), count: 7)
    expect(rates, near: [1, 0.755698, 0.325, 0.119302, 0.1, 0.1, 0.1])
  }

  @Test func `refuses a length that is not positive`() {
    #expect(refusal(json(#""decay_steps": 0"#)) == "value at 0")
    #expect(refusal(json(#""alpha": 0"#)) == #"param at "optax.cosine_decay_schedule""#)
  }
}
