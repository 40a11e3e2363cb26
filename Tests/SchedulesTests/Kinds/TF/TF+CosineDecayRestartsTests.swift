import Testing

@testable import Schedules

@Suite struct TFCosineDecayRestartsTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""first_decay_steps": 3, "m_mul": 0.5, "alpha": 0.1"#
    let rates = try Stepping.rates(
      #"{"type": "tf.cosine_decay_restarts", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.CosineDecayRestarts", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}
