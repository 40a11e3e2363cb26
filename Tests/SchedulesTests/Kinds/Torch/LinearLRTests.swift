import Testing

@testable import Schedules

@Suite struct LinearLRTests {
  @Test(arguments: [
    (#""start_factor": 0.25, "end_factor": 1, "total_iters": 3"#, [0.25, 0.5, 0.75, 1, 1]),
    (#""start_factor": 1, "end_factor": 0, "total_iters": 4"#, [1, 0.75, 0.5, 0.25, 0, 0]),
    // Of no length it never leaves its start.
    (#""start_factor": 0.25, "total_iters": 0"#, [0.25, 0.25, 0.25]),
    // Stopped between two epochs, it never reaches its end.
    (#""start_factor": 0.5, "total_iters": 2.5"#, [0.5, 0.7, 0.9, 0.9]),
  ])
  func `moves a factor linearly, then leaves it`(parameters: String, printed: [Double]) throws {
    expect(try Stepping.rates(#"{"type": "LinearLR", \#(parameters)}"#, count: printed.count), near: printed)
  }

  @Test func `rises from a third in five epochs by default`() throws {
    let rates = try Stepping.rates(#"{"type": "LinearLR"}"#, count: 7)
    expect(rates, near: [0.333333, 0.466667, 0.6, 0.733333, 0.866667, 1, 1])
  }

  @Test func `goes on from the rate at which a run was stopped`() throws {
    let stopped = try optimizer(#"{"lr": 0.5, "param_groups": [{"initial_lr": 1}]}"#)
    let json = #"{"type": "LinearLR", "start_factor": 0.25, "total_iters": 3, "last_epoch": 0}"#
    expect(try Stepping.rates(json, count: 4, optimizer: stopped), near: [0.5, 0.75, 1, 1])
  }

  @Test(arguments: [
    (#"{"type": "LinearLR", "start_factor": 0}"#, "value at 0"),
    (#"{"type": "LinearLR", "start_factor": 1.1}"#, "value at 1.1"),
    (#"{"type": "LinearLR", "end_factor": -0.5}"#, "value at -0.5"),
    (#"{"type": "LinearLR", "end_factor": 1.5}"#, "value at 1.5"),
    (#"{"type": "LinearLR", "end_factor": 1, "total_iters": true}"#, "value at true"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }

  @Test func `of no length is refused when a sequence hands over to it`() {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5},
       {"type": "LinearLR", "total_iters": 0}]}
      """#
    #expect(refusal(json, steps: 1) == "nothing")
    #expect(refusal(json, steps: 2) == "run at 0")
  }
}
