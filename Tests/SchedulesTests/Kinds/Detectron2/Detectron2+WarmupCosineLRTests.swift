import Testing

@testable import Schedules

@Suite struct Detectron2WarmupCosineLRTests {
  @Test func `warms up to where the cosine is by then`() throws {
    let json = #"{"type": "detectron2.cosine", "MAX_ITER": 8, "WARMUP_ITERS": 4, "WARMUP_FACTOR": 0.2}"#
    expect(try Stepping.rates(json, count: 6), near: [0.2, 0.275, 0.35, 0.425, 0.5, 0.308658])
  }

  @Test func `ends at a rate, of which the optimizer's tells the part`() throws {
    let json = #"{"type": "detectron2.cosine", "MAX_ITER": 4, "WARMUP_ITERS": 0, "BASE_LR_END": 0.2}"#
    expect(try Stepping.rates(json, count: 5, lr: 2), near: [2, 1.736396, 1.1, 0.463604, 0.2])
    #expect(refusal(#"{"type": "detectron2.cosine", "BASE_LR_END": 1.5}"#) == "value at 1.5")
  }
}
