import Diagnostics
import Testing

@testable import Schedules

@Suite struct RiseTests {
  private func factors(_ curve: Rise.Curve, _ counting: Rise.Counting, start: Double = 0, of length: Double = 4)
    -> [Double]
  {
    let rise = Rise(start: start, curve: curve, counting: counting)
    return (0..<Int(length)).map { rise.factor(Double($0), of: length) }
  }

  @Test func `counts in four ways`() {
    #expect(factors(.linear, .zero) == [0, 0.25, 0.5, 0.75])
    #expect(factors(.linear, .one) == [0.25, 0.5, 0.75, 1])
    #expect(factors(.linear, .oneOfWPlus1) == [0.2, 0.4, 0.6, 0.8])
    expect(factors(.linear, .inclusive), near: [0, 1.0 / 3, 2.0 / 3, 1])
    #expect(factors(.linear, .inclusive, of: 1) == [1])
  }

  @Test func `rises along five curves`() {
    #expect(factors(.quadratic, .zero) == [0, 0.0625, 0.25, 0.5625])
    expect(factors(.cosine, .zero), near: [0, 0.146447, 0.5, 0.853553])
    expect(factors(.exponential, .zero, start: 0.0001), near: [0.0001, 0.001, 0.01, 0.1])
    #expect(factors(.constant, .zero, start: 0.1) == [0.1, 0.1, 0.1, 0.1])
    #expect(factors(.linear, .zero, start: 0.2) == [0.2, 0.4, 0.6000000000000001, 0.8])
  }

  @Test func `refuses an exponential from zero`() {
    let json = #"{"type": "wsd", "total_steps": 9, "warmup_steps": 2, "warmup_shape": "exponential"}"#
    #expect(refusal(json) == #"value at "exponential""#)
    #expect(throws: Diagnostic.self) { try Rise(curve: .exponential).check() }
  }

  @Test(arguments: [
    // torchtitan's linear decay, as a trapezoid that counts from one.
    (
      #""type": "trapezoid", "total_steps": 10, "warmup_steps": 4, "decay_steps": 5, "warmup_from": "one""#,
      [0.25, 0.5, 0.75, 1, 1, 1, 0.8, 0.6, 0.4, 0.2]
    ),
    // NeMo's warm-up.
    (
      #""type": "noam-hold", "warmup_steps": 3, "warmup_from": "one_of_w_plus_1""#, [0.25, 0.5, 0.75, 1]
    ),
    (
      #""type": "cosine-warmup", "total_steps": 9, "warmup_steps": 3, "warmup_shape": "quadratic""#,
      [0, 0.111111, 0.444444, 1]
    ),
    (#""type": "eden", "lr_batches": 1e9, "lr_epochs": 1e9, "warmup_steps": 2, "warmup_from": "one""#, [0.75, 1, 1]),
    (#""type": "inverse-sqrt", "warmup_steps": 3, "warmup_from": "inclusive""#, [0, 0.5, 1, 1, 0.866025]),
  ])
  func `is an option of the named shapes`(members: String, rates: [Double]) throws {
    expect(try Stepping.rates("{\(members)}", count: rates.count), near: rates)
  }
}
