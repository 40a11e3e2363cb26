import Testing

@testable import Schedules

@Suite struct Detectron2DeprecatedWarmupCosineLRTests {
  @Test func `is a product of warm-up and cosine`() throws {
    let json = #"""
      {"type": "detectron2.DeprecatedWarmupCosineLR", "max_iters": 8, "warmup_iters": 2, "warmup_factor": 0.5}
      """#
    expect(try Stepping.rates(json, count: 5), near: [0.5, 0.721455, 0.853553, 0.691342, 0.5])
  }

  @Test func `refuses a training of no updates`() {
    #expect(refusal(#"{"type": "detectron2.deprecated-cosine", "max_iters": 0}"#) == "value at 0")
  }
}
