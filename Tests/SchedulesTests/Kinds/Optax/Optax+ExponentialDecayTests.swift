import Testing

@testable import Schedules

@Suite struct OptaxExponentialDecayTests {
  private func rates(_ members: String, count: Int = 5) throws -> [Double] {
    try Stepping.rates(#"{"type": "optax.exponential_decay", "init_value": 1, \#(members)}"#, count: count)
  }

  @Test func `decays smoothly, or as a staircase`() throws {
    expect(try rates(#""transition_steps": 2, "decay_rate": 0.25"#), near: [1, 0.5, 0.25, 0.125, 0.0625])
    #expect(
      try rates(#""transition_steps": 2, "decay_rate": 0.25, "staircase": true"#) == [1, 1, 0.25, 0.25, 0.0625])
  }

  @Test func `is bounded below when it falls, and above when it grows`() throws {
    #expect(try rates(#""transition_steps": 1, "decay_rate": 0.5, "end_value": 0.2"#) == [1, 0.5, 0.25, 0.2, 0.2])
    #expect(try rates(#""transition_steps": 1, "decay_rate": 2, "end_value": 5"#) == [1, 2, 4, 5, 5])
    #expect(
      try rates(#""transition_steps": 1, "decay_rate": 0.5, "end_value": 3"#) == [3, 3, 3, 3, 3],
      "even before it begins")
  }

  @Test(arguments: [#""transition_steps": 0, "decay_rate": 0.5"#, #""transition_steps": 3, "decay_rate": 0"#])
  func `stays where it is without a length or a factor`(members: String) throws {
    #expect(try rates(members) == [1, 1, 1, 1, 1])
  }
}
