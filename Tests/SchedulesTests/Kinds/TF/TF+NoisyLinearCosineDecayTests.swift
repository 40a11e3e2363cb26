import Testing

@testable import Schedules

@Suite struct TFNoisyLinearCosineDecayTests {
  private func rates(_ variance: Double) throws -> [Double] {
    let json = #"""
      {"type": "tf.noisy_linear_cosine_decay", "learning_rate": 1, "decay_steps": 400, "initial_variance": \#(variance),
       "variance_decay": 0}
      """#
    return try Stepping.rates(json, count: 401)
  }

  @Test func `without variance has no noise`() throws {
    let quiet = #"{"type": "tf.linear_cosine_decay", "learning_rate": 1, "decay_steps": 400}"#
    #expect(try rates(0) == Stepping.rates(quiet, count: 401))
  }

  @Test func `has the same noise each time`() throws {
    let noisy = try rates(0.01)
    #expect(try noisy == rates(0.01))
    #expect(try noisy != rates(0))
  }

  @Test func `has noise of the variance it is told`() throws {
    // Divided by the wave that the noise is multiplied with, where that is not small.
    let decay = TF.LinearCosineDecay(initial: 1, steps: 400, periods: 0.5, alpha: 0, beta: 0.001)
    let noise = try rates(0.04)[..<200].enumerated().map { step, rate in
      (rate - decay.value(at: Double(step))) / Fall.cosine(Double(step) / 400)
    }
    let variance = noise.map { $0 * $0 }.reduce(0, +) / 200
    #expect(abs(variance - 0.04) < 0.01)
  }
}
