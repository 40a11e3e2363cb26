import Testing

@testable import Schedules

@Suite struct TanhLRSchedulerTests {
  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.TanhLRScheduler", \#(parameters)}"#, count: count)
  }

  @Test func `is the base rate at first, then the tangent, then the lowest rate`() throws {
    let rates = try rates(#""t_initial": 5, "lr_min": 0.1"#, count: 7)
    expect(rates, near: [1, 0.999959, 0.997775, 0.892717, 0.207283, 0.1, 0.1])
  }

  @Test func `is met by a warm-up that is no prefix`() throws {
    let met = try rates(#""t_initial": 4, "warmup_t": 2, "lb": -1, "ub": 1"#, count: 4)
    expect(met, near: [0, 0.25, 0.5, 0.268941])
    let prefixed = try rates(#""t_initial": 4, "warmup_t": 2, "lb": -1, "ub": 1, "warmup_prefix": true"#, count: 3)
    expect(prefixed, near: [0, 0.5, 0.880797])
  }

  @Test(arguments: [
    (#""lb": 3"#, "value at 3"), (#""cycle_limit": -1"#, "value at -1"),
    (#""warmup_t": -1"#, "value at -1"), (#""warmup_lr_init": -1"#, "value at -1"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "timm.tanh", "t_initial": 4, \#(parameters)}"#) == expected)
  }
}
