import Testing

@testable import Schedules

@Suite struct PaddleMultiplicativeDecayTests {
  @Test func `multiplies again and again, from epoch 1`() throws {
    let json = #"{"type": "paddle.MultiplicativeDecay", "lr_lambda": "1 / (epoch + 1)"}"#
    expect(try Stepping.rates(json, count: 4), near: [1, 0.5, 0.166667, 0.041667])
  }

  @Test func `works a resumed run out from its beginning`() throws {
    let json = #"{"type": "paddle.MultiplicativeDecay", "lr_lambda": "0.5", "last_epoch": 2}"#
    #expect(try Stepping.rates(json, count: 2) == [0.125, 0.0625])
  }
}
