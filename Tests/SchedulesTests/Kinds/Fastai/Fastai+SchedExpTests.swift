import Testing

@testable import Schedules

@Suite struct FastaiSchedExpTests {
  @Test func `goes by equal factors`() throws {
    let json = #"{"type": "fastai.SchedExp", "start": 1, "end": 0.01}"#
    expect(try Stepping.rates(json, count: 4, runLength: 4), near: [1, 0.316228, 0.1, 0.031623])
  }

  @Test func `refuses to start from zero, and to cross it`() {
    #expect(refusal(#"{"type": "fastai.SchedExp", "start": 0, "end": 1}"#) == "value at 0")
    #expect(refusal(#"{"type": "fastai.exp", "start": -1, "end": 1}"#, steps: 2) == #"run at "fastai.exp""#)
  }
}
