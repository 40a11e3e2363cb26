import Testing

@testable import Schedules

@Suite struct TFExponentialDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 4, "decay_rate": 0.3, "staircase": true"#
    let rates = try Stepping.rates(#"{"type": "tf.exponential_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.ExponentialDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}
