import Testing

@testable import Schedules

@Suite struct PaddleLambdaDecayTests {
  @Test func `multiplies the base rate by a function`() throws {
    let json = #"{"type": "paddle.LambdaDecay", "lr_lambda": "lambda epoch: 0.5 ** epoch", "learning_rate": 4}"#
    #expect(try Stepping.rates(json, count: 3) == [4, 2, 1])
  }
}
