import Testing

@testable import Schedules

@Suite struct TFPolynomialDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 4, "end_learning_rate": 0.1, "power": 2, "cycle": true"#
    let rates = try Stepping.rates(#"{"type": "tf.polynomial_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.PolynomialDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}
