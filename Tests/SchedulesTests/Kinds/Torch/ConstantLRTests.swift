import Testing

@testable import Schedules

@Suite struct ConstantLRTests {
  @Test func `multiplies by a third for five epochs by default`() throws {
    let rates = try Stepping.rates(#"{"type": "ConstantLR"}"#, count: 7)
    #expect(rates == Array(repeating: 1.0 / 3, count: 5) + [1, 1])
  }

  @Test func `takes the factor back by division, so the base rate may be missed by a bit`() throws {
    let json = #"{"type": "ConstantLR", "factor": 0.3, "total_iters": 2}"#
    #expect(try Stepping.rates(json, count: 3, lr: 0.7) == [0.7 * 0.3, 0.7 * 0.3, 0.7 * 0.3 * (1 / 0.3)])
  }

  @Test func `of no epochs never takes the factor back`() throws {
    let rates = try Stepping.rates(#"{"type": "ConstantLR", "factor": 0.5, "total_iters": 0}"#, count: 3)
    #expect(rates == [0.5, 0.5, 0.5])
  }

  @Test func `of no epochs does nothing when a sequence hands over to it`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5},
       {"type": "ConstantLR", "factor": 0.25, "total_iters": 0}]}
      """#
    #expect(try Stepping.rates(json, count: 4) == [1, 0.5, 1, 1])
  }

  @Test(arguments: [
    (#"{"type": "ConstantLR", "factor": 1.5}"#, "value at 1.5"),
    (#"{"type": "ConstantLR", "factor": -0.1}"#, "value at -0.1"),
    (#"{"type": "ConstantLR", "factor": 0, "total_iters": 2}"#, "run at 0"),
    (#"{"type": "ConstantLR", "factor": 0, "total_iters": 3}"#, "nothing"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 2) == expected)
  }
}
