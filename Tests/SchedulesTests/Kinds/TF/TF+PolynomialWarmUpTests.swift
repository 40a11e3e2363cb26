import Testing

@testable import Schedules

@Suite struct TFPolynomialWarmUpTests {
  private func json(_ steps: Int) -> String {
    #"{"type": "tf.PolynomialWarmUp", "after_warmup_lr_sched": 16, "warmup_steps": \#(steps), "power": 2}"#
  }

  @Test func `rises along a power, from step 1`() throws {
    #expect(try Stepping.rates(json(4), count: 6) == [1, 1, 4, 9, 16, 16])
    #expect(try Stepping.rates(json(0), count: 2) == [16, 16])
  }
}
