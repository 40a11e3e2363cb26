import Testing

@testable import Schedules

@Suite struct InverseSqrtScheduleTests {
  private func rates(_ warmUp: Int, _ more: String = "", count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "transformers.inverse_sqrt", "num_warmup_steps": \#(warmUp)\#(more)}"#, count: count)
  }

  @Test func `falls with the root of the step behind the warm-up`() throws {
    expect(try rates(3, count: 7), near: [0, 0.333333, 0.666667, 1, 0.866025, 0.774597, 0.707107])
  }

  @Test func `falls in ten thousand steps when there is no warm-up`() throws {
    expect(try rates(0, count: 3), near: [1, 0.99995, 0.9999])
    expect(try rates(0, #", "timescale": 1"#, count: 4), near: [1, 0.707107, 0.57735, 0.5])
  }

  @Test(arguments: [(3, #", "timescale": 0"#, 3), (3, #", "timescale": -2"#, 5), (-5, "", 0)])
  func `refuses time-scales that have no root`(warmUp: Int, more: String, steps: Int) {
    let json = #"{"type": "transformers.inverse_sqrt", "num_warmup_steps": \#(warmUp)\#(more)}"#
    #expect(refusal(json, steps: steps) == #"run at "transformers.inverse_sqrt""#)
  }
}
