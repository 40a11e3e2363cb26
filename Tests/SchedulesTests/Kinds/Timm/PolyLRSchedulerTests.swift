import Testing

@testable import Schedules

@Suite struct PolyLRSchedulerTests {
  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.PolyLRScheduler", "t_initial": 4, \#(parameters)}"#, count: count)
  }

  @Test func `falls along a power to the lowest rate`() throws {
    expect(try rates(#""lr_min": 0.2"#, count: 6), near: [1, 0.892820, 0.765685, 0.6, 0.2, 0.2])
    expect(try rates(#""power": 1, "k_decay": 2"#, count: 5), near: [1, 0.9375, 0.75, 0.4375, 0])
  }

  @Test func `falls again in each cycle`() throws {
    expect(
      try rates(#""power": 1, "cycle_limit": 2, "cycle_decay": 0.5"#, count: 9),
      near: [1, 0.75, 0.5, 0.25, 0.5, 0.375, 0.25, 0.125, 0])
  }

  @Test(arguments: [#""k_decay": -1"#, #""k_decay": 0, "power": -1"#])
  func `refuses what is not a real number`(parameters: String) {
    let json = #"{"type": "timm.poly", "t_initial": 4, \#(parameters)}"#
    #expect(refusal(json) == "nothing")
    #expect(refusal(json, steps: 1) == #"run at "timm.poly""#)
  }
}
