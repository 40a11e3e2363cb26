import Testing

@testable import Schedules

@Suite struct CosineAnnealingLRTests {
  @Test func `falls along a half cosine to T_max, and climbs back`() throws {
    let rates = try Stepping.rates(#"{"type": "CosineAnnealingLR", "T_max": 4, "eta_min": 0.1}"#, count: 10)
    expect(rates, near: [1, 0.868198, 0.55, 0.231802, 0.1, 0.231802, 0.55, 0.868198, 1, 0.868198])
  }

  @Test func `is at eta_min exactly at T_max`() throws {
    let rates = try Stepping.rates(#"{"type": "CosineAnnealingLR", "T_max": 50, "eta_min": 0.001}"#, count: 51, lr: 0.1)
    #expect(rates.last == 0.001)
  }

  @Test func `goes up to an eta_min above the base rate`() throws {
    expect(
      try Stepping.rates(#"{"type": "CosineAnnealingLR", "T_max": 2, "eta_min": 3}"#, count: 5), near: [1, 2, 3, 2, 1])
  }

  @Test func `jumps to and fro when T_max is one`() throws {
    expect(try Stepping.rates(#"{"type": "CosineAnnealingLR", "T_max": 1}"#, count: 4), near: [1, 0, 1, 0])
  }

  @Test func `has one eta_min for all groups`() throws {
    var stepping = try Stepping(
      #"{"type": "CosineAnnealingLR", "T_max": 2, "eta_min": 0.5}"#, optimizer: twoGroups())
    let last = try #require(try stepping.groups(3).last)
    #expect(last.map(\.lr) == [0.5, 0.5])
  }

  @Test func `starts from an initial rate that is there already`() throws {
    let resumed = try optimizer(#"{"lr": 0.5, "param_groups": [{"initial_lr": 1}]}"#)
    let json = #"{"type": "CosineAnnealingLR", "T_max": 4, "last_epoch": 1}"#
    expect(try Stepping.rates(json, count: 3, optimizer: resumed), near: [0.5, 0.146447, 0])
  }

  @Test(arguments: [
    (#"{"type": "CosineAnnealingLR"}"#, #"param at "CosineAnnealingLR""#),
    (#"{"type": "CosineAnnealingLR", "T_max": [4]}"#, "value at [4]"),
    (#"{"type": "CosineAnnealingLR", "T_max": null}"#, "value at null"),
    (#"{"type": "CosineAnnealingLR", "T_max": 0}"#, "run at 0"),
    (#"{"type": "CosineAnnealingLR", "T_maxx": 4, "T_max": 4}"#, #"param at "T_maxx""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 1) == expected)
  }

  @Test func `of no length is refused only when it is stepped`() {
    #expect(refusal(#"{"type": "CosineAnnealingLR", "T_max": 0}"#) == "nothing")
  }
}
