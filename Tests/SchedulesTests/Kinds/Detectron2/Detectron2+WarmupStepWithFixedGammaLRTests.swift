import Testing

@testable import Schedules

@Suite struct Detectron2WarmupStepWithFixedGammaLRTests {
  @Test func `drops in equal stretches that the warm-up is part of`() throws {
    let json = #"""
      {"type": "detectron2.WarmupStepWithFixedGammaLR", "NUM_DECAYS": 2, "GAMMA": 0.5, "MAX_ITER": 6, "WARMUP_ITERS": 1,
       "WARMUP_FACTOR": 0.2}
      """#
    expect(try Stepping.rates(json, count: 6), near: [0.2, 1, 0.5, 0.5, 0.25, 0.25])
  }
}
