import Testing

@testable import Schedules

@Suite struct Detectron2DeprecatedWarmupMultiStepLRTests {
  @Test func `is a product of warm-up and drops`() throws {
    let json = #"""
      {"type": "detectron2.DeprecatedWarmupMultiStepLR", "milestones": [2, 6], "gamma": 0.5, "warmup_iters": 4,
       "warmup_factor": 0.2}
      """#
    expect(try Stepping.rates(json, count: 7), near: [0.2, 0.4, 0.3, 0.4, 0.5, 0.5, 0.25])
  }

  @Test func `refuses milestones out of order`() {
    #expect(refusal(#"{"type": "detectron2.deprecated-multistep", "milestones": [5, 3]}"#) == "value at [5, 3]")
  }
}
