import Testing

@testable import Schedules

@Suite struct FvcoreCosineParamSchedulerTests {
  @Test func `falls along a half cosine, and comes back behind the end`() throws {
    let json = #"{"type": "fvcore.cosine", "start_value": 1, "end_value": 0.1, "max_iter": 4}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.868198, 0.55, 0.231802, 0.1, 0.231802])
  }

  @Test func `takes the run's length for the training's`() throws {
    let json = #"{"type": "fvcore.cosine", "start_value": 1, "end_value": 0}"#
    expect(try Stepping.rates(json, count: 2, runLength: 2), near: [1, 0.5])
  }
}
