import Testing

@testable import Schedules

@Suite struct TFLinearCosineDecayTests {
  @Test func `falls along a wave under a line`() throws {
    let json =
      #"{"type": "tf.linear_cosine_decay", "learning_rate": 1, "decay_steps": 4, "num_periods": 1, "beta": 0.1}"#
    expect(try Stepping.rates(json, count: 7), near: [1.1, 0.475, 0.1, 0.225, 0.1, 0.1, 0.1])
  }
}
