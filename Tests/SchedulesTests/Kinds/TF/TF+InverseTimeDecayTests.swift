import Testing

@testable import Schedules

@Suite struct TFInverseTimeDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 4, "decay_rate": 0.3"#
    let rates = try Stepping.rates(#"{"type": "tf.inverse_time_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.InverseTimeDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}
