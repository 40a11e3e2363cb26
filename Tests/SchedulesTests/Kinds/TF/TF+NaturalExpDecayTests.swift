import Testing

@testable import Schedules

@Suite struct TFNaturalExpDecayTests {
  private func rates(_ members: String) throws -> [Double] {
    let json = #"{"type": "tf.natural_exp_decay", "learning_rate": 1, "decay_rate": 0.5, \#(members)}"#
    return try Stepping.rates(json, count: 6)
  }

  @Test func `decays by powers of e`() throws {
    expect(try rates(#""decay_steps": 10"#), near: [1, 0.951229, 0.904837, 0.860708, 0.818731, 0.778801])
    expect(try rates(#""decay_steps": 2, "staircase": true"#), near: [1, 1, 0.606531, 0.606531, 0.367879, 0.367879])
  }
}
