import Testing

@testable import Schedules

@Suite struct FastaiFitFlatCosTests {
  @Test func `is flat, and then falls along half a cosine`() throws {
    expect(
      try Stepping.rates(#"{"type": "fastai.fit_flat_cos", "pct_start": 0.5}"#, count: 8, runLength: 8),
      near: [1, 1, 1, 1, 1, 0.853555, 0.500005, 0.146455])
  }

  @Test func `leaves momentum alone`() throws {
    let stepping = try Stepping(#"{"type": "fastai.flat-cos"}"#)
    #expect(stepping.node.scheduler.drives == [])
    #expect(stepping.node.scheduler.phases.map(\.start) == [0, 75])
  }

  @Test func `refuses a part that is none`() {
    #expect(refusal(#"{"type": "fastai.fit_flat_cos", "pct_start": 2}"#) == "value at 2")
  }
}
