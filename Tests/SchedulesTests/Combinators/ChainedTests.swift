import Testing

@testable import Schedules

@Suite struct ChainedTests {
  private static let constant = #"{"type": "ConstantLR", "factor": 0.1, "total_iters": 3}"#
  private static let lambda = #"{"type": "LambdaLR", "lr_lambda": "0.9 ** epoch"}"#
  private static let exponential = #"{"type": "ExponentialLR", "gamma": 0.9}"#
  private static let linear = #"{"type": "LinearLR", "start_factor": 0.1, "total_iters": 3}"#
  private static let cosine = #"{"type": "CosineAnnealingLR", "T_max": 5, "eta_min": 0.2}"#

  @Test(arguments: [
    ([constant, exponential], [0.1, 0.09, 0.081, 0.729, 0.6561]),
    ([linear, cosine], [0.1, 0.380902, 0.537619, 0.499841, 0.282874, 0.2, 0.276393, 0.476393]),
    // What computes from the base rate overwrites what came before it …
    ([constant, lambda], [1, 0.9, 0.81, 0.729]),
    // … and a factor is taken back from a rate that never had it.
    ([lambda, constant], [0.1, 0.9, 0.81, 7.29, 0.6561]),
  ])
  func `steps each on what the one before it left`(schedulers: [String], printed: [Double]) throws {
    let json = #"{"type": "ChainedScheduler", "schedulers": [\#(schedulers.joined(separator: ", "))]}"#
    expect(try Stepping.rates(json, count: printed.count), near: printed)
  }

  @Test func `is as long as its longest child, and jumps when all do`() throws {
    let chain = { (schedulers: [String]) in
      try Stepping(#"{"type": "chained", "schedulers": [\#(schedulers.joined(separator: ", "))]}"#).node.scheduler
    }
    #expect(try chain([Self.constant, Self.cosine, Self.exponential]).length == 5)
    #expect(try chain([Self.exponential]).length == nil)
    #expect(try chain([Self.constant]).motion == .jumps)
    #expect(try chain([Self.constant, Self.cosine]).motion == .moves)
  }

  @Test func `drives momentum when a child does`() throws {
    let cyclic = #"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1}"#
    let json = #"{"type": "ChainedScheduler", "schedulers": [\#(Self.exponential), \#(cyclic)]}"#
    #expect(try Stepping(json).node.scheduler.drives.contains(.momentum))
    #expect(
      try !Stepping(#"{"type": "chained", "schedulers": [\#(Self.exponential)]}"#).node.scheduler.drives.contains(
        .momentum))
  }

  @Test(arguments: [
    (#"{"type": "ChainedScheduler"}"#, #"param at "ChainedScheduler""#),
    (#"{"type": "ChainedScheduler", "schedulers": []}"#, #"value at "ChainedScheduler""#),
    (#"{"type": "ChainedScheduler", "schedulers": [{"type": "ReduceLROnPlateau"}]}"#, #"value at "ReduceLROnPlateau""#),
    (
      #"{"type": "ChainedScheduler", "schedulers": [{"type": "LinearLR"}], "last_epoch": 1}"#, #"param at "last_epoch""#
    ),
    (#"{"type": "ChainedScheduler", "schedulers": [{"type": "StepLR", "step_size": 0}]}"#, "run at 0"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 1) == expected)
  }
}
