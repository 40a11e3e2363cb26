import Testing

@testable import Schedules

@Suite struct FastaiSchedLinTests {
  private let json = #"{"type": "fastai.SchedLin", "start": 1, "end": 0}"#

  @Test func `goes in a line that ends a batch before its end`() throws {
    expect(try Stepping.rates(json, count: 5, runLength: 5), near: [1, 0.8, 0.6, 0.4, 0.2])
  }

  @Test func `holds the last rate of a run that goes on`() throws {
    expect(try Stepping.rates(json, count: 6, runLength: 4), near: [1, 0.75, 0.5, 0.25, 0.25, 0.25])
  }

  @Test func `needs both ends`() {
    #expect(refusal(#"{"type": "fastai.lin", "start": 1}"#) == #"param at "fastai.lin""#)
  }
}
