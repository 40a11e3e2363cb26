import Testing

@testable import Schedules

@Suite struct FairseqStepTests {
  @Test func `drops after its warm-up, down to its lowest rate`() throws {
    let json = #"""
      {"type": "fairseq.step", "warmup_updates": 2, "lr_deacy_period": 2, "min_lr": 0.2, "warmup_init_lr": 0}
      """#
    #expect(try Stepping.rates(json, count: 10) == [0, 0.5, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2])
  }

  @Test(arguments: [(#""lr_deacy_period": 0"#, "value at 0"), (#""lr_decay": 1.5"#, "value at 1.5")])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fairseq.step", \#(parameters)}"#) == expected)
  }
}
