import Testing

@testable import Schedules

@Suite struct FastaiSchedPolyTests {
  @Test func `follows a power of what is over`() throws {
    let json = #"{"type": "fastai.SchedPoly", "start": 1, "end": 0, "power": 2}"#
    #expect(try Stepping.rates(json, count: 4, runLength: 4) == [1, 0.9375, 0.75, 0.4375])
  }

  @Test func `refuses a negative power`() {
    #expect(refusal(#"{"type": "fastai.poly", "start": 1, "end": 0, "power": -1}"#) == "value at -1")
  }
}
