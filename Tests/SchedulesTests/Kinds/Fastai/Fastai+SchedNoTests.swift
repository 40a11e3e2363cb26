import Testing

@testable import Schedules

@Suite struct FastaiSchedNoTests {
  @Test func `stays at its start, whatever the optimizer's rate`() throws {
    let json = #"{"type": "fastai.SchedNo", "start": 0.5, "end": 0.1}"#
    #expect(try Stepping.rates(json, count: 3, lr: 2) == [0.5, 0.5, 0.5])
  }

  @Test func `needs an end, as fastai does`() {
    #expect(refusal(#"{"type": "fastai.SchedNo", "start": 1}"#) == #"param at "fastai.SchedNo""#)
  }
}
