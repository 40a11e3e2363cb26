import Testing

@testable import Schedules

@Suite struct MMEnginePolyTests {
  @Test func `reaches its floor in the last step of its window`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.PolyLR", "eta_min": 0.1, "end": 5}"#, count: 6)
    expect(rates, near: [1, 0.775, 0.55, 0.325, 0.1, 0.1])
  }

  @Test func `refuses a negative power of nothing`() {
    #expect(refusal(#"{"type": "mmengine.PolyLR", "power": -1, "end": 2}"#, steps: 1) == #"run at "mmengine.PolyLR""#)
  }
}
