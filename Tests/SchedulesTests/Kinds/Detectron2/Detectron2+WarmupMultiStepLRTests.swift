import Testing

@testable import Schedules

@Suite struct Detectron2WarmupMultiStepLRTests {
  @Test func `warms up in a line and drops in the update of a step`() throws {
    let json = #"""
      {"type": "detectron2.WarmupMultiStepLR", "STEPS": [6, 8, 99], "GAMMA": 0.5, "MAX_ITER": 10, "WARMUP_ITERS": 4,
       "WARMUP_FACTOR": 0.2}
      """#
    expect(try Stepping.rates(json, count: 10, lr: 2), near: [0.4, 0.8, 1.2, 1.6, 2, 2, 1, 1, 0.5, 0.5])
  }

  @Test func `waits during a constant warm-up, and moves the steps when it is rescaled`() throws {
    let json = #"""
      {"type": "detectron2.multistep", "steps": [5], "max_iter": 10, "warmup_iters": 2, "warmup_factor": 0.5,
       "warmup_method": "constant", "rescale_interval": true}
      """#
    expect(try Stepping.rates(json, count: 8), near: [0.5, 0.5, 1, 1, 1, 1, 0.1, 0.1])
  }

  @Test func `refuses steps that do not increase`() {
    #expect(refusal(#"{"type": "detectron2.multistep", "STEPS": [5, 5], "MAX_ITER": 9}"#) != "nothing")
  }
}
