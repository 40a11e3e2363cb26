import Testing

@testable import Schedules

@Suite struct MXNetCosineSchedulerTests {
  @Test func `warms up, falls along a half cosine, and holds`() throws {
    let json = #"{"type": "mxnet.CosineScheduler", "max_update": 6, "warmup_steps": 2, "final_lr": 0.1}"#
    expect(try Stepping.rates(json, count: 8), near: [0, 0.5, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1])
  }
}

@Suite struct MXNetFactorSchedulerTests {
  @Test func `drops an update later than torch`() throws {
    let json = #"{"type": "mxnet.FactorScheduler", "step": 3, "factor": 0.5}"#
    #expect(try Stepping.rates(json, count: 8) == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25])
  }

  @Test func `makes up after its warm-up for the drops in it, down to its lowest rate`() throws {
    let json = #"""
      {"type": "mxnet.factor", "step": 2, "factor": 0.5, "warmup_steps": 5, "warmup_begin_lr": 0.2, "stop_factor_lr": 0.2,
       "warmup_mode": "constant"}
      """#
    #expect(try Stepping.rates(json, count: 8) == [0.2, 0.2, 0.2, 0.2, 0.2, 0.25, 0.25, 0.2])
  }

  @Test(arguments: [
    (#""step": 0"#, "value at 0"), (#""step": 2, "factor": 1.5"#, "value at 1.5"),
    (#""step": 2, "warmup_begin_lr": 2"#, "value at 2"),
    (#""step": 2, "warmup_steps": -1"#, "value at -1"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "mxnet.FactorScheduler", \#(parameters)}"#) == expected)
  }
}

@Suite struct MXNetMultiFactorSchedulerTests {
  @Test func `drops after each step`() throws {
    let json = #"{"type": "mxnet.MultiFactorScheduler", "step": [1, 3], "factor": 0.5, "base_lr": 2}"#
    #expect(try Stepping.rates(json, count: 6) == [2, 2, 1, 1, 0.5, 0.5])
  }

  @Test(arguments: ["[]", "[3, 3]", "[5, 3]"])
  func `refuses lists that do not increase`(steps: String) {
    #expect(refusal(#"{"type": "mxnet.MultiFactorScheduler", "step": \#(steps)}"#) == "value at \(steps)")
  }
}

@Suite struct MXNetPolySchedulerTests {
  @Test func `warms up, falls along a square, and holds`() throws {
    let json = #"{"type": "mxnet.PolyScheduler", "max_update": 6, "warmup_steps": 2, "final_lr": 0.2}"#
    expect(try Stepping.rates(json, count: 8), near: [0, 0.5, 1, 0.65, 0.4, 0.25, 0.2, 0.2])
  }

  @Test func `keeps the peak of a warm-up beyond its end`() throws {
    let json = #"{"type": "mxnet.poly", "max_update": 1, "warmup_steps": 2}"#
    #expect(try Stepping.rates(json, count: 4) == [0, 0.5, 1, 1])
  }

  @Test func `refuses a warm-up up to its end`() {
    #expect(
      refusal(#"{"type": "mxnet.poly", "max_update": 2, "warmup_steps": 2}"#, steps: 2) == #"run at "mxnet.poly""#)
  }
}
