import Testing

@testable import Schedules

@Suite struct TFPowerAndLinearDecayTests {
  private func rates(_ members: String, count: Int) throws -> [Double] {
    let json = #"{"type": "tf.PowerAndLinearDecay", "initial_learning_rate": 1, "total_decay_steps": 8, \#(members)}"#
    return try Stepping.rates(json, count: count)
  }

  @Test func `comes down along a line in the end`() throws {
    #expect(
      try rates(#""power": 0, "linear_decay_fraction": 0.5"#, count: 10) == [1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0])
    #expect(try rates(#""power": 1, "linear_decay_fraction": 0, "offset": 2"#, count: 6) == [1, 1, 1, 1, 2, 3])
  }
}
