import Testing

@testable import Schedules

@Suite struct MMEngineLinearTests {
  @Test func `reaches its end in the last step of its window`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.LinearLR", "start_factor": 0.2, "end": 4}"#, count: 6)
    expect(rates, near: [0.2, 0.466667, 0.733333, 1, 1, 1])
  }

  @Test func `stays at its start in a window of one step`() throws {
    #expect(
      try Stepping.rates(#"{"type": "mmengine.linear", "start_factor": 0.5, "end": 1}"#, count: 3) == [0.5, 0.5, 0.5])
  }

  @Test func `moves momentum and weight decay, too`() throws {
    let half = #""start_factor": 0.5, "end": 3"#
    let betas = try optimizer(#"{"type": "Adam", "betas": [0.8, 0.99]}"#)
    expect(
      try Stepping.momenta(#"{"type": "mmengine.LinearMomentum", \#(half)}"#, count: 3, optimizer: betas)
        .compactMap { $0 }, near: [0.4, 0.6, 0.8])
    let named = #"{"type": "mmengine.LinearParamScheduler", "param_name": "weight_decay", \#(half)}"#
    var stepping = try Stepping(named, optimizer: try optimizer(#"{"type": "AdamW", "weight_decay": 0.1}"#))
    expect(try stepping.groups(3).compactMap(\.[0].weightDecay), near: [0.05, 0.075, 0.1])
    #expect(stepping.node.scheduler.drives == .weightDecay)
  }

  @Test(arguments: [
    (#"{"type": "mmengine.LinearLR", "end_factor": 1.5}"#, "value at 1.5"),
    (#"{"type": "mmengine.LinearLR", "start_factor": 0, "end": 3}"#, #"run at "mmengine.LinearLR""#),
    (#"{"type": "mmengine.LinearParamScheduler", "param_name": "eps"}"#, #"value at "eps""#),
    (#"{"type": "mmengine.LinearParamScheduler"}"#, #"param at "mmengine.LinearParamScheduler""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 1) == expected)
  }

  @Test func `refuses an optimizer without what it moves`() throws {
    let plain = try optimizer(#"{"type": "Rprop"}"#)
    #expect(
      refusal(#"{"type": "mmengine.LinearMomentum"}"#, optimizer: plain) == #"value at "mmengine.LinearMomentum""#)
    let betas = try optimizer(#"{"type": "Adam"}"#)
    let named = #"{"type": "mmengine.LinearParamScheduler", "param_name": "momentum"}"#
    #expect(refusal(named, optimizer: betas) == #"value at "mmengine.LinearParamScheduler""#)
  }
}
