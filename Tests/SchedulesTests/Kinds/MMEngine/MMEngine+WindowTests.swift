import Testing

@testable import Schedules

@Suite struct MMEngineWindowTests {
  private func epochs(_ scheduler: String, stepsPerEpoch: Int = 1) throws -> Int {
    try spec(#"{"steps_per_epoch": \#(stepsPerEpoch), "scheduler": \#(scheduler)}"#).epochs
  }

  @Test func `ends with the run by default`() throws {
    let json = #"{"type": "mmengine.PolyLR", "by_epoch": false}"#
    let rates = try Stepping.rates(json, count: 5, runLength: 5)
    expect(rates, near: [1, 0.75, 0.5, 0.25, 0])
  }

  @Test func `gives the run its length`() throws {
    #expect(try epochs(#"{"type": "mmengine.PolyLR", "end": 30}"#) == 30)
    #expect(try epochs(#"{"type": "mmengine.PolyLR", "end": 30, "by_epoch": false}"#, stepsPerEpoch: 4) == 8)
    #expect(
      try epochs(#"{"type": "mmengine.PolyLR", "end": 30, "convert_to_iter_based": true}"#, stepsPerEpoch: 4) == 30)
    #expect(try epochs(#"{"type": "mmengine.CosineAnnealingLR", "T_max": 20, "begin": 5}"#) == 25)
  }

  @Test func `converts lengths in epochs to steps`() throws {
    let json = #"""
      {"type": "mmengine.StepLR", "step_size": 1, "gamma": 0.5, "begin": 1.5, "end": 3, "convert_to_iter_based": true}
      """#
    let file = try spec(#"{"epochs": 4, "steps_per_epoch": 2, "scheduler": \#(json), "optimizer": {"lr": 1}}"#)
    var plan = file.plans[0]
    try plan.nodes[0].node.start(&plan.optimizer)
    var rates = [plan.optimizer.groups[0].lr]
    for _ in 1..<8 {
      try plan.nodes[0].node.step(&plan.optimizer, metric: nil)
      rates.append(plan.optimizer.groups[0].lr)
    }
    #expect(plan.nodes[0].interval == .step)
    #expect(rates == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5])
  }

  @Test func `needs a run to convert for`() {
    let json = #"{"scheduler": {"type": "mmengine.ExponentialLR", "gamma": 0.9, "convert_to_iter_based": true}}"#
    #expect(throws: ScheduleError.self) { try Schedule(json: json) }
  }

  @Test func `goes on with the step after the last one of a run that is resumed`() throws {
    let resumed = try optimizer(#"{"param_groups": [{"lr": 0.25, "initial_lr": 1}]}"#)
    let json = #"{"type": "mmengine.StepLR", "step_size": 3, "gamma": 0.5, "last_step": 6}"#
    #expect(try Stepping.rates(json, count: 4, optimizer: resumed) == [0.25, 0.25, 0.125, 0.125])
    #expect(refusal(json) == #"value at "mmengine.StepLR""#)
  }

  @Test(arguments: [
    (#"{"type": "mmengine.PolyLR", "begin": 5, "end": 5}"#, "value at 5"),
    (#"{"type": "mmengine.PolyLR", "begin": 100}"#, #"value at "mmengine.PolyLR""#),
    (#"{"type": "mmengine.PolyLR", "by_epoch": false, "convert_to_iter_based": true}"#, "value at false"),
    (#"{"type": "mmengine.PolyLR", "last_step": -2}"#, "value at -2"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
