import Testing

@testable import Schedules

@Suite struct PaddleCosineAnnealingDecayTests {
  @Test func `falls along a half cosine, and climbs back`() throws {
    let json = #"{"type": "paddle.CosineAnnealingDecay", "T_max": 4, "eta_min": 0.1}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 0.868198, 0.55, 0.231802, 0.1, 0.231802, 0.55])
  }

  @Test func `begins from the base rate in a sequence`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "LinearLR", "start_factor": 0.5, "total_iters": 2},
       {"type": "paddle.cosine", "T_max": 2}]}
      """#
    expect(try Stepping.rates(json, count: 5), near: [0.5, 0.75, 1, 0.5, 0])
  }

  @Test func `refuses no length`() {
    #expect(refusal(#"{"type": "paddle.CosineAnnealingDecay", "T_max": 0}"#) == "value at 0")
  }
}

@Suite struct PaddleCosineAnnealingWarmRestartsTests {
  @Test func `starts again before it reaches its lowest rate`() throws {
    let json = #"{"type": "paddle.CosineAnnealingWarmRestarts", "T_0": 3, "T_mult": 2}"#
    expect(
      try Stepping.rates(json, count: 11), near: [1, 0.75, 0.25, 1, 0.933013, 0.75, 0.5, 0.25, 0.066987, 1, 0.982963])
  }

  @Test func `finds its cycle by a logarithm inside a warm-up, a step late when that rounds down`() throws {
    let json = #"""
      {"type": "paddle.LinearWarmup", "warmup_steps": 1, "start_lr": 0, "end_lr": 1, "learning_rate":
       {"type": "paddle.CosineAnnealingWarmRestarts", "T_0": 1, "T_mult": 3}}
      """#
    let rates = try Stepping.rates(json, count: 123)
    expect([rates[1], rates[2], rates[122]], near: [1, 1, 0])
  }
}

@Suite struct PaddleCyclicLRTests {
  private let json = #"""
    {"type": "paddle.CyclicLR", "base_learning_rate": 0.1, "max_learning_rate": 1.1, "step_size_up": 2, "step_size_down": 3
    """#

  @Test(arguments: [
    ("", [0.1, 0.6, 1.1, 0.766667, 0.433333, 0.1, 0.6]),
    (#", "mode": "triangular2""#, [0.1, 0.6, 1.1, 0.766667, 0.433333, 0.1, 0.35]),
    (#", "mode": "exp_range", "exp_gamma": 0.9"#, [0.1, 0.55, 0.91, 0.586, 0.3187, 0.1, 0.365721]),
    (#", "scale_fn": "0.5 ** x", "scale_mode": "cycle""#, [0.1, 0.35, 0.6, 0.433333, 0.266667, 0.1, 0.225]),
  ])
  func `goes up and down in triangles`(more: String, printed: [Double]) throws {
    expect(try Stepping.rates(json + more + "}", count: 7), near: printed)
  }

  @Test(arguments: [(#", "mode": "up""#, #"value at "up""#), (#", "exp_gamma": 1"#, "value at 1")])
  func `refuses`(more: String, expected: String) {
    #expect(refusal(json + more + "}") == expected)
  }
}

@Suite struct PaddleExponentialDecayTests {
  @Test func `multiplies every step, from the base rate`() throws {
    #expect(
      try Stepping.rates(#"{"type": "paddle.ExponentialDecay", "gamma": 0.5}"#, count: 4) == [1, 0.5, 0.25, 0.125])
  }

  @Test(arguments: ["0", "1", "1.5"])
  func `refuses what does not decay`(gamma: String) {
    #expect(refusal(#"{"type": "paddle.ExponentialDecay", "gamma": \#(gamma)}"#) == "value at \(gamma)")
  }
}

@Suite struct PaddleInverseTimeDecayTests {
  @Test func `decays with the inverse of time`() throws {
    #expect(
      try Stepping.rates(#"{"type": "paddle.InverseTimeDecay", "gamma": 1}"#, count: 4) == [1, 0.5, 1.0 / 3, 0.25])
  }

  @Test func `refuses a division by zero`() {
    #expect(refusal(#"{"type": "paddle.inverse-time", "gamma": -0.5}"#, steps: 2) == #"run at "paddle.inverse-time""#)
  }
}

@Suite struct PaddleLambdaDecayTests {
  @Test func `multiplies the base rate by a function`() throws {
    let json = #"{"type": "paddle.LambdaDecay", "lr_lambda": "lambda epoch: 0.5 ** epoch", "learning_rate": 4}"#
    #expect(try Stepping.rates(json, count: 3) == [4, 2, 1])
  }
}

@Suite struct PaddleLinearLRTests {
  @Test func `moves a factor, then leaves it`() throws {
    let json = #"{"type": "paddle.LinearLR", "total_steps": 3, "start_factor": 0.25}"#
    expect(try Stepping.rates(json, count: 5), near: [0.25, 0.5, 0.75, 1, 1])
  }

  @Test(arguments: [(#""total_steps": 0"#, "value at 0"), (#""total_steps": 3, "start_factor": 0"#, "value at 0")])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "paddle.LinearLR", \#(parameters)}"#) == expected)
  }
}

@Suite struct PaddleMultiStepDecayTests {
  @Test func `drops at each milestone`() throws {
    let json = #"{"type": "paddle.MultiStepDecay", "milestones": [2, 4], "gamma": 0.5}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `goes on after the last epoch of a run that is resumed`() throws {
    let json = #"{"type": "paddle.MultiStepDecay", "milestones": [2, 4], "gamma": 0.5, "last_epoch": 2}"#
    #expect(try Stepping.rates(json, count: 3) == [0.5, 0.25, 0.25])
  }

  @Test func `refuses milestones that do not increase`() {
    #expect(refusal(#"{"type": "paddle.MultiStepDecay", "milestones": [4, 4]}"#) == "value at [4, 4]")
  }
}

@Suite struct PaddleMultiplicativeDecayTests {
  @Test func `multiplies again and again, from epoch 1`() throws {
    let json = #"{"type": "paddle.MultiplicativeDecay", "lr_lambda": "1 / (epoch + 1)"}"#
    expect(try Stepping.rates(json, count: 4), near: [1, 0.5, 0.166667, 0.041667])
  }

  @Test func `works a resumed run out from its beginning`() throws {
    let json = #"{"type": "paddle.MultiplicativeDecay", "lr_lambda": "0.5", "last_epoch": 2}"#
    #expect(try Stepping.rates(json, count: 2) == [0.125, 0.0625])
  }
}

@Suite struct PaddleNaturalExpDecayTests {
  @Test func `decays with a natural exponential`() throws {
    let json = #"{"type": "paddle.NaturalExpDecay", "gamma": 0.5, "learning_rate": 2}"#
    expect(try Stepping.rates(json, count: 3), near: [2, 1.213061, 0.735759])
  }

  @Test func `refuses what does not decay`() {
    #expect(refusal(#"{"type": "paddle.NaturalExpDecay", "gamma": 0}"#) == "value at 0")
  }
}

@Suite struct PaddleNoamDecayTests {
  @Test func `begins at nothing and peaks at the end of its warm-up`() throws {
    let json = #"{"type": "paddle.NoamDecay", "d_model": 4, "warmup_steps": 4}"#
    expect(try Stepping.rates(json, count: 7), near: [0, 0.0625, 0.125, 0.1875, 0.25, 0.223607, 0.204124])
  }

  @Test func `takes 1 for its rate by default`() throws {
    let json = #"{"type": "paddle.NoamDecay", "d_model": 4, "warmup_steps": 4"#
    let (one, other) = (
      try Stepping.rates(json + "}", count: 5, lr: 7), try Stepping.rates(json + "}", count: 5, lr: 2)
    )
    #expect(one == other)
    #expect(try Stepping.rates(json + #", "learning_rate": null}"#, count: 5, lr: 2)[4] == 0.5)
  }
}

@Suite struct PaddleOneCycleLRTests {
  private let json =
    #"{"type": "paddle.OneCycleLR", "max_learning_rate": 1, "total_steps": 10, "end_learning_rate": 0.1"#

  @Test func `falls to a last rate of its own`() throws {
    let rates = try Stepping.rates(json + "}", count: 10)
    expect([rates[0], rates[1], rates[2], rates[9]], near: [0.04, 0.52, 1, 0.1])
  }

  @Test func `is refused a step beyond its end`() {
    #expect(refusal(json + "}", steps: 10) == "nothing")
    #expect(refusal(json + "}", steps: 11) == #"run at "paddle.OneCycleLR""#)
  }

  @Test(arguments: [
    (#", "three_phase": true, "phase_pct": 0.5"#, "value at 0.5"), (#", "phase_pct": 1"#, "value at 1"),
    (#", "divide_factor": 0"#, #"value at "paddle.OneCycleLR""#), (#", "divide_factor": -2"#, "value at -2"),
  ])
  func `refuses`(more: String, expected: String) {
    #expect(refusal(json + more + "}") == expected)
  }
}

@Suite struct PaddlePiecewiseDecayTests {
  @Test func `changes at a boundary itself`() throws {
    let json = #"{"type": "paddle.PiecewiseDecay", "boundaries": [2, 4], "values": [1, 0.5, 0.1]}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.5, 0.1, 0.1])
  }

  @Test(arguments: [
    (#""boundaries": [], "values": [1]"#, "value at []"), (#""boundaries": [2], "values": [1]"#, "value at [1]"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "paddle.PiecewiseDecay", \#(parameters)}"#) == expected)
  }
}

@Suite struct PaddlePolynomialDecayTests {
  @Test func `falls to its last rate, and holds`() throws {
    let json = #"{"type": "paddle.PolynomialDecay", "decay_steps": 4, "end_lr": 0.1}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.775, 0.55, 0.325, 0.1, 0.1])
  }

  @Test func `rises again, each time lower`() throws {
    let json = #"{"type": "paddle.PolynomialDecay", "decay_steps": 4, "end_lr": 0.1, "cycle": true}"#
    expect(try Stepping.rates(json, count: 10), near: [1, 0.775, 0.55, 0.325, 0.1, 0.4375, 0.325, 0.2125, 0.1, 0.325])
  }

  @Test func `refuses no power`() {
    #expect(refusal(#"{"type": "paddle.PolynomialDecay", "decay_steps": 4, "power": 0}"#) == "value at 0")
  }
}

@Suite struct PaddleStepDecayTests {
  @Test func `drops every so many steps`() throws {
    let json = #"{"type": "paddle.StepDecay", "step_size": 2, "gamma": 0.5}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 0.5, 0.5, 0.25])
    #expect(try spec(#"{"epochs": 2, "scheduler": \#(json)}"#).plans[0].nodes[0].interval == .step)
  }
}
