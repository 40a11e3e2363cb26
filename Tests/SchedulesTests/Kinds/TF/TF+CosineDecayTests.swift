import Testing

@testable import Schedules

@Suite struct TFCosineDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 9, "alpha": 0.1"#
    let rates = try Stepping.rates(#"{"type": "tf.cosine_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.CosineDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}
