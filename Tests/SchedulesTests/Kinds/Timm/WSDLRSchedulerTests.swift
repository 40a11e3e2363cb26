import Testing

@testable import Schedules

@Suite struct WSDLRSchedulerTests {
  private let warmUp = #""t_initial": 10, "decay_t": 4, "warmup_t": 3, "warmup_lr_init": 0.01"#

  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.WSDLRScheduler", \#(parameters)}"#, count: count)
  }

  @Test func `rises, stays, falls in the last steps, and holds the lowest rate`() throws {
    let rates = try rates(warmUp + #", "lr_min": 0.1"#, count: 15)
    let stable = [Double](repeating: 1, count: 7)
    expect(rates, near: [0.01, 0.34, 0.67] + stable + [0.55, 0.363604, 0.220577, 0.1, 0.1])
    let stepping = try Stepping(#"{"type": "timm.wsd", \#(warmUp)}"#)
    #expect(stepping.node.scheduler.length == 13)
    #expect(stepping.node.phases.map(\.start) == [0, 3, 9, 13])
  }

  @Test func `may sink with the root of the step, under the decay too`() throws {
    let rates = try rates(warmUp + #", "stable_fn": "rsqrt", "decay_fn": "linear", "lr_min": 0.1"#, count: 14)
    let sinking = [1, 0.866025, 0.774597, 0.707107, 0.654654, 0.612372, 0.57735]
    expect(Array(rates.dropFirst(3)), near: sinking + [0.435792, 0.311116, 0.2, 0.1])
  }

  @Test(arguments: [
    ("linear", 0.5), ("1-sqrt", 0.292893), ("cosine", 0.5), ("power", 0.75), ("exp", 0.090909),
    ("lambda f: 1 - f ** 3", 0.875),
  ])
  func `is half way down where each decay is`(decay: String, half: Double) throws {
    let json = #""t_initial": 4, "decay_t": 4, "decay_power": 2, "decay_ratio": 0.01, "decay_fn": "\#(decay)""#
    expect([try rates(json, count: 3)[2]], near: [half])
  }

  @Test(arguments: [
    (#""t_initial": 4, "decay_t": 5"#, "value at 5"), (#""t_initial": 4, "decay_t": 0"#, "value at 0"),
    (#""t_initial": 4, "decay_t": 2, "decay_ratio": 1"#, "value at 1"),
    (#""t_initial": 4, "decay_t": 2, "decay_fn": "sqrt""#, #"value at "sqrt""#),
    (#""t_initial": 4, "decay_t": 2, "decay_fn": "lambda f: 1 +""#, "expression at "),
    (#""t_initial": 4, "decay_t": 2, "stable_fn": "rsqrt""#, #"value at "timm.wsd""#),
    (#""t_initial": 4, "decay_t": 2, "warmup_prefix": true"#, #"param at "warmup_prefix""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "timm.wsd", \#(parameters)}"#) == expected)
  }
}
