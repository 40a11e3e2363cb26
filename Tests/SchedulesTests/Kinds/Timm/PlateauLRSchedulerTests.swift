import Testing

@testable import Schedules

@Suite struct PlateauLRSchedulerTests {
  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.PlateauLRScheduler", \#(parameters)}"#, count: count, metric: 1)
  }

  @Test func `lowers the rate after more than patience_t epochs`() throws {
    expect(
      try rates(#""patience_t": 1, "decay_rate": 0.5"#, count: 7), near: [1, 1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `looks at no metric up to the end of the warm-up`() throws {
    expect(
      try rates(#""patience_t": 0, "decay_rate": 0.5, "warmup_t": 2, "warmup_lr_init": 0.1"#, count: 6),
      near: [0.1, 0.55, 1, 1, 0.5, 0.25])
  }

  @Test func `takes its noise off before the next epoch`() throws {
    let noisy = try rates(#""patience_t": 9, "noise_range_t": [2, 4]"#, count: 6)
    expect(noisy, near: [1, 1, 1.058945, 1.031176, 1, 1])
    let uniform = try rates(
      #""patience_t": 9, "noise_range_t": [0, 2], "noise_type": "uniform", "noise_seed": 41"#, count: 3)
    expect(uniform, near: [1, 1.512241, 1])
  }

  @Test func `refuses rates for other groups, and a growing factor`() {
    #expect(refusal(#"{"type": "timm.plateau", "lr_min": [1, 2]}"#) == "value at [1, 2]")
    #expect(refusal(#"{"type": "timm.plateau", "decay_rate": 1}"#) == "value at 1")
    #expect(refusal(#"{"type": "timm.plateau", "t_in_epochs": false}"#) == #"param at "t_in_epochs""#)
  }
}
