import Testing

@testable import Schedules

@Suite struct FairseqCosineTests {
  @Test func `shrinks both ends with each restart`() throws {
    let json = #"""
      {"type": "fairseq.cosine", "warmup_updates": 3, "lr_period_updates": 4, "min_lr": 0.1, "lr_shrink": 0.5}
      """#
    let printed = [0.1, 0.4, 0.7, 1, 0.868198, 0.55, 0.231802, 0.5, 0.434099, 0.275, 0.115901, 0.25]
    expect(try Stepping.rates(json, count: 12), near: printed)
  }

  @Test func `fills the run with one cycle unless told otherwise`() throws {
    let rates = try Stepping.rates(#"{"type": "fairseq.cosine", "warmup_updates": 2}"#, count: 7, runLength: 6)
    expect(rates, near: [0, 0.5, 1, 0.853553, 0.5, 0.146447, 0.1])
  }

  @Test func `lengthens its cycles`() throws {
    let json = #"{"type": "fairseq.cosine", "lr_period_updates": 2, "t_mult": 2, "lr_shrink": 1}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 0.5, 1, 0.853553, 0.5, 0.146447, 1])
    #expect(try Stepping(json).node.scheduler.phases.map(\.start).prefix(4) == [0, 2, 6, 14])
  }

  @Test(arguments: [
    (#"{"type": "fairseq.cosine", "min_lr": 1}"#, "value at 1"),
    (#"{"type": "fairseq.cosine", "max_update": 5, "warmup_updates": 5}"#, #"run at "fairseq.cosine""#),
    (#"{"type": "fairseq.cosine", "lr_period_updates": 2, "t_mult": 0.5}"#, #"run at "fairseq.cosine""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 6).hasPrefix(expected.prefix(3)))
  }
}
