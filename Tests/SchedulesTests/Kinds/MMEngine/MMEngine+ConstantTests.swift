import Testing

@testable import Schedules

@Suite struct MMEngineConstantTests {
  @Test func `multiplies inside its window, and gives the value back a step before its end`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.ConstantLR", "factor": 0.1, "end": 3}"#, count: 4)
    expect(rates, near: [0.1, 0.1, 1, 1])
  }

  @Test func `never gives it back in a window of one step`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.constant", "factor": 0.5, "begin": 1, "end": 2}"#, count: 4)
    #expect(rates == [1, 0.5, 0.5, 0.5])
  }

  @Test(arguments: [
    (#"{"type": "mmengine.ConstantLR", "factor": 1.5}"#, "value at 1.5"),
    (#"{"type": "mmengine.ConstantLR", "factor": 0, "end": 3}"#, #"run at "mmengine.ConstantLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 3) == expected)
  }
}
