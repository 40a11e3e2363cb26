import Testing

@testable import Schedules

@Suite struct FairseqTriStageTests {
  @Test func `warms up, holds, and decays exponentially`() throws {
    let json = #"{"type": "fairseq.tri_stage", "warmup_steps": 3, "hold_steps": 2, "decay_steps": 4}"#
    let printed = [0.01, 0.34, 0.67, 1, 1, 1, 0.316228, 0.1, 0.031623, 0.01]
    expect(try Stepping.rates(json, count: 11), near: printed + [0.01])
    #expect(try Stepping(json).node.scheduler.phases.map(\.label) == ["warm-up", "hold", "decay", "end"])
  }

  @Test func `takes parts of the run`() throws {
    let json = #"{"type": "fairseq.tri_stage", "phase_ratio": [0.25, 0.25, 0.5], "final_lr_scale": 0.25}"#
    let rates = try Stepping.rates(json, count: 9, runLength: 8)
    expect(rates, near: [0.01, 0.505, 1, 1, 1, 0.707107, 0.5, 0.353553, 0.25])
  }

  @Test(arguments: [
    (#""phase_ratio": [0.1, 0.2, 0.3]"#, "value at [0.1, 0.2, 0.3]"), (#""phase_ratio": [1]"#, "value at [1]"),
    (#""warmup_steps": 3"#, #"value at "fairseq.tri_stage""#), (#""hold_steps": 0"#, #"param at "fairseq.tri_stage""#),
    (#""decay_steps": 3, "final_lr_scale": 0"#, "value at 0"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fairseq.tri_stage", \#(parameters)}"#) == expected)
  }
}
