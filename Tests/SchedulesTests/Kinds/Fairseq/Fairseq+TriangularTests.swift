import Testing

@testable import Schedules

@Suite struct FairseqTriangularTests {
  @Test func `has each triangle lower than the one before`() throws {
    let json = #"{"type": "fairseq.triangular", "max_lr": 1, "lr_period_updates": 6, "lr_shrink": 0.5}"#
    let printed = [0.1, 0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.233333, 0.366667, 0.5]
    let rates = try Stepping.rates(json, count: 10, lr: 0.1)
    expect(rates, near: printed)
  }

  @Test func `may shrink the lowest rate, too`() throws {
    let json = #"""
      {"type": "fairseq.triangular", "max_lr": 1, "lr_period_updates": 2, "lr_shrink": 0.5, "shrink_min": true}
      """#
    #expect(try Stepping.rates(json, count: 5, lr: 0.5) == [0.5, 1, 0.25, 0.5, 0.125])
  }

  @Test(arguments: [
    (#""max_lr": 1"#, "value at 1"), (#""max_lr": 2, "lr_period_updates": 1"#, "value at 1"),
    (#""lr_period_updates": 4"#, #"param at "fairseq.triangular""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    let place = refusal(#"{"type": "fairseq.triangular", \#(parameters)}"#)
    #expect(place == expected || place == #"value at "fairseq.triangular""#)
  }
}
