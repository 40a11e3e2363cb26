import Testing

@testable import Schedules

@Suite struct TFDirectPowerDecayTests {
  @Test func `is a power of the step, from step 1`() throws {
    let json = #"{"type": "tf.DirectPowerDecay", "initial_learning_rate": 4, "power": -0.5}"#
    expect(try Stepping.rates(json, count: 5), near: [4, 4, 2.828427, 2.309401, 2])
  }
}
