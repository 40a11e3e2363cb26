import Testing

@testable import Schedules

@Suite struct KerasInverseTimeDecayTests {
  private func json(_ members: String) -> String {
    #"{"type": "keras.InverseTimeDecay", "initial_learning_rate": 1.0, \#(members)}"#
  }

  @Test func `falls like the inverse of time, or in steps`() throws {
    #expect(try Stepping.rates(json(#""decay_steps": 2, "decay_rate": 2"#), count: 4) == [1, 0.5, 1.0 / 3, 0.25])
    let staircase = json(#""decay_steps": 2, "decay_rate": 1, "staircase": true"#)
    #expect(try Stepping.rates(staircase, count: 5) == [1, 1, 0.5, 0.5, 1.0 / 3])
  }
}
