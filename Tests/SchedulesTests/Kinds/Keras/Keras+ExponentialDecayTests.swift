import Testing

@testable import Schedules

@Suite struct KerasExponentialDecayTests {
  private func rates(_ members: String) throws -> [Double] {
    try Stepping.rates(#"{"type": "keras.ExponentialDecay", "initial_learning_rate": 1.0, \#(members)}"#, count: 5)
  }

  @Test func `decays smoothly, or as a staircase`() throws {
    #expect(try rates(#""decay_steps": 2, "decay_rate": 0.25"#) == [1, 0.5, 0.25, 0.125, 0.0625])
    #expect(try rates(#""decay_steps": 2, "decay_rate": 0.25, "staircase": true"#) == [1, 1, 0.25, 0.25, 0.0625])
  }

  @Test func `takes the name that a configuration has`() throws {
    #expect(try rates(#""decay_steps": 1, "decay_rate": 0.5, "name": "lr""#) == [1, 0.5, 0.25, 0.125, 0.0625])
  }

  @Test func `refuses a length that is not positive`() {
    let json = #"{"type": "keras.ExponentialDecay", "initial_learning_rate": 1.0, "decay_steps": 0, "decay_rate": 0.5}"#
    #expect(refusal(json) == "value at 0")
  }
}
