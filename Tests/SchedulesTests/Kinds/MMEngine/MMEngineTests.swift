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

@Suite struct MMEngineCosineAnnealingTests {
  @Test func `after a linear warm-up ends one step short of its floor, and holds`() throws {
    let chain = #"""
      {"epochs": 13, "optimizer": {"lr": 1}, "scheduler": [{"type": "mmengine.LinearLR", "start_factor": 0.2, "end": 4},
       {"type": "mmengine.CosineAnnealingLR", "eta_min": 0.1, "begin": 4, "end": 10}]}
      """#
    var schedule = try Schedule(json: chain)
    var rates = [schedule.rate]
    for _ in 1..<13 {
      try schedule.endEpoch()
      rates.append(schedule.rate)
    }
    let fall = [1, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.160289, 0.160289, 0.160289]
    expect(rates, near: [0.2, 0.466667, 0.733333, 1] + fall)
  }

  @Test func `takes the run's end for its own, and 0 for no T_max`() throws {
    let json = #"{"type": "mmengine.CosineAnnealingLR", "T_max": 0, "eta_min_ratio": 0.1}"#
    expect(try Stepping.rates(json, count: 5, runLength: 4), near: [1, 0.868198, 0.55, 0.231802, 0.231802])
  }

  @Test func `refuses two floors`() {
    let json = #"{"type": "mmengine.CosineAnnealingLR", "eta_min": 0, "eta_min_ratio": 0.1}"#
    #expect(refusal(json) == "param at 0.1")
  }
}

@Suite struct MMEngineCosineRestartTests {
  @Test func `starts each period from its part of the base rate, and holds in the end`() throws {
    let json = #"""
      {"type": "mmengine.CosineRestartLR", "periods": [3, 4], "restart_weights": [1, 0.5], "eta_min": 0.1}
      """#
    expect(
      try Stepping.rates(json, count: 8), near: [1, 0.775, 0.325, 0.5, 0.441421, 0.3, 0.158579, 0.158579])
  }

  @Test(arguments: [
    (#"{"type": "mmengine.CosineRestartLR", "periods": [3]}"#, #"param at "mmengine.CosineRestartLR""#),
    (#"{"type": "mmengine.CosineRestartLR", "periods": [3, 4], "eta_min": 0}"#, "value at [3, 4]"),
    (#"{"type": "mmengine.CosineRestartLR", "eta_min": 0}"#, #"param at "mmengine.CosineRestartLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}

@Suite struct MMEngineExponentialTests {
  @Test func `is held outside of its window`() throws {
    let json = #"{"type": "mmengine.ExponentialLR", "gamma": 0.5, "begin": 1, "end": 4}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.25, 0.25, 0.25])
  }
}

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

@Suite struct MMEngineMultiStepTests {
  @Test func `drops at milestones counted from its begin`() throws {
    let json = #"{"type": "mmengine.MultiStepLR", "milestones": [3, 1, 3], "gamma": 0.5, "begin": 2}"#
    #expect(try Stepping.rates(json, count: 7) == [1, 1, 1, 0.5, 0.5, 0.125, 0.125])
  }
}

@Suite struct MMEngineOneCycleTests {
  private let json = #"{"type": "mmengine.OneCycleLR", "eta_max": 1, "total_steps": 10}"#

  @Test func `goes as torch's does, and leaves momentum alone`() throws {
    let rates = [0.04, 0.52, 1, 0.950485, 0.811746, 0.611262, 0.388742, 0.188258, 0.049519, 4e-6, 0.049519]
    expect(try Stepping.rates(json, count: 11), near: rates)
    #expect(try Stepping.momenta(json, count: 3) == [0.9, 0.9, 0.9])
  }

  @Test func `is as long as its window by default`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.onecycle", "eta_max": 1, "begin": 2, "end": 12}"#, count: 13)
    expect(Array(rates.prefix(5)), near: [1, 1, 0.04, 0.52, 1])
    expect(Array(rates.suffix(2)), near: [4e-6, 4e-6])
  }

  @Test func `refuses a step too many, and everything but the rate`() {
    #expect(refusal(json, steps: 10) == "nothing")
    #expect(refusal(json, steps: 11) == #"run at "mmengine.OneCycleLR""#)
    let named = #"{"type": "mmengine.OneCycleParamScheduler", "param_name": "momentum", "eta_max": 1}"#
    #expect(refusal(named) == #"value at "momentum""#)
  }
}

@Suite struct MMEnginePolyTests {
  @Test func `reaches its floor in the last step of its window`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.PolyLR", "eta_min": 0.1, "end": 5}"#, count: 6)
    expect(rates, near: [1, 0.775, 0.55, 0.325, 0.1, 0.1])
  }

  @Test func `refuses a negative power of nothing`() {
    #expect(refusal(#"{"type": "mmengine.PolyLR", "power": -1, "end": 2}"#, steps: 1) == #"run at "mmengine.PolyLR""#)
  }
}

@Suite struct MMEngineStepTests {
  @Test func `drops in its window, counted from its begin`() throws {
    let json = #"{"type": "mmengine.StepLR", "step_size": 2, "gamma": 0.5, "begin": 1, "end": 6}"#
    #expect(try Stepping.rates(json, count: 9) == [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25])
  }

  @Test func `refuses a size of nothing when it comes to it`() {
    let json = #"{"type": "mmengine.StepLR", "step_size": 0}"#
    #expect(refusal(json) == "nothing")
    #expect(refusal(json, steps: 1) == #"run at "mmengine.StepLR""#)
  }
}
