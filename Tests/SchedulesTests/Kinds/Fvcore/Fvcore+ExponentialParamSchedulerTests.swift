import Testing

@testable import Schedules

@Suite struct FvcoreExponentialParamSchedulerTests {
  @Test func `spreads the factor over the training`() throws {
    let json = #"{"type": "fvcore.ExponentialParamScheduler", "start_value": 2, "decay": 0.25, "max_iter": 4}"#
    expect(try Stepping.rates(json, count: 5), near: [2, 1.414214, 1, 0.707107, 0.5])
  }

  @Test func `refuses a negative factor between two whole trainings`() {
    let json = #"{"type": "fvcore.ExponentialParamScheduler", "start_value": 2, "decay": -0.25, "max_iter": 4}"#
    #expect(refusal(json, steps: 1) == "run at \"fvcore.ExponentialParamScheduler\"")
  }
}
