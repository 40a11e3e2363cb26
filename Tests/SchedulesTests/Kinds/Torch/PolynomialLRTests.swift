import Testing

@testable import Schedules

@Suite struct PolynomialLRTests {
  @Test(arguments: [
    (#"{"type": "PolynomialLR", "total_iters": 4, "power": 2}"#, [1, 0.5625, 0.25, 0.0625, 0, 0]),
    (#"{"type": "PolynomialLR"}"#, [1, 0.8, 0.6, 0.4, 0.2, 0, 0]),
    // Stopped between two epochs, it never reaches zero.
    (#"{"type": "PolynomialLR", "total_iters": 2.5}"#, [1, 0.6, 0.2, 0.2]),
    // Of no length, it does nothing.
    (#"{"type": "PolynomialLR", "total_iters": 0}"#, [1, 1, 1]),
  ])
  func `falls to zero along a power, and stays`(json: String, printed: [Double]) throws {
    expect(try Stepping.rates(json, count: printed.count), near: printed)
  }

  @Test func `is exactly zero at its end`() throws {
    #expect(try Stepping.rates(#"{"type": "PolynomialLR", "total_iters": 7, "power": 0.9}"#, count: 8).last == 0)
  }

  @Test(arguments: [
    (#"{"type": "PolynomialLR", "total_iters": "5"}"#, #"value at "5""#),
    (#"{"type": "PolynomialLR", "total_iters": 1, "power": -1.0}"#, #"run at "PolynomialLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 1) == expected)
  }

  @Test func `of no length is refused when a sequence hands over to it`() {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5},
       {"type": "PolynomialLR", "total_iters": 0}]}
      """#
    #expect(refusal(json, steps: 2) == "run at 0")
  }
}
