import Testing

@testable import Schedules

@Suite struct MXNetFactorSchedulerTests {
  @Test func `drops an update later than torch`() throws {
    let json = #"{"type": "mxnet.FactorScheduler", "step": 3, "factor": 0.5}"#
    #expect(try Stepping.rates(json, count: 8) == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25])
  }

  @Test func `makes up behind its warm-up for the drops in it, down to its lowest rate`() throws {
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
