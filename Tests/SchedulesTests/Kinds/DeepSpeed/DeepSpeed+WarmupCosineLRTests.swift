import Testing

@testable import Schedules

@Suite struct DeepSpeedWarmupCosineLRTests {
  @Test func `begins at nothing, and never reaches the optimizer's rate`() throws {
    let json = #"""
      {"type": "deepspeed.WarmupCosineLR", "total_num_steps": 10, "warmup_num_steps": 4, "cos_min_ratio": 0.1,
       "warmup_type": "linear"}
      """#
    let printed = [0, 0, 0.25, 0.5, 0.75, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.1]
    expect(try Stepping.rates(json, count: 11), near: printed)
  }

  @Test func `keeps to the warm-up's lowest part after its first rate`() throws {
    let json = #"{"type": "deepspeed.WarmupCosineLR", "total_num_steps": 10, "warmup_min_ratio": 0.2}"#
    #expect(try Stepping.rates(json, count: 2) == [0, 0.2])
  }
}
