import Testing

@testable import Schedules

@Suite struct FairseqInverseSqrtTests {
  @Test func `warms up, and decays without end`() throws {
    let rates = try Stepping.rates(#"{"type": "fairseq.inverse_sqrt", "warmup_updates": 4}"#, count: 17)
    expect(Array(rates[..<6]), near: [0, 0.25, 0.5, 0.75, 1, 0.894427])
    expect([rates[16]], near: [0.5])
  }

  @Test func `starts where it is told to`() throws {
    let json = #"{"type": "fairseq.inverse_sqrt", "warmup_updates": 2, "warmup_init_lr": 0.5}"#
    expect(try Stepping.rates(json, count: 3), near: [0.5, 0.75, 1])
  }

  @Test func `refuses no warm-up`() {
    #expect(refusal(#"{"type": "fairseq.inverse_sqrt", "warmup_updates": 0}"#) == "value at 0")
  }
}
