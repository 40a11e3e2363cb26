import Testing

@testable import Schedules

@Suite struct CosineWithMinLRScheduleWithWarmupLRRateTests {
  private func json(_ more: String) -> String {
    #"""
    {"type": "transformers.cosine_warmup_with_min_lr", "num_warmup_steps": 3, "num_training_steps": 11,
     "min_lr_rate": 0.1\#(more)}
    """#
  }

  @Test func `is at the base rate at W - 1, at the lowest in the last step, and rises again`() throws {
    let rates = try Stepping.rates(json(""), count: 12)
    expect(Array(rates.prefix(4)), near: [0.333333, 0.666667, 1, 0.965746])
    expect(Array(rates.suffix(3)), near: [0.134254, 0.1, 0.134254])
  }

  @Test func `starts at a part of the base rate`() throws {
    let rates = try Stepping.rates(json(#", "warmup_lr_rate": 0.2"#), count: 4)
    expect(rates, near: [0.2, 0.6, 1, 0.965746])
  }

  @Test func `begins its decay at the peak`() throws {
    #expect(try Stepping(json("")).node.phases.map(\.start) == [0, 2])
  }

  @Test func `refuses two lowest rates`() {
    #expect(refusal(json(#", "min_lr": 0.1"#)) == "param at 0.1")
  }
}
