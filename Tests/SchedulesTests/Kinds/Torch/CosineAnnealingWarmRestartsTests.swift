import Testing

@testable import Schedules

@Suite struct CosineAnnealingWarmRestartsTests {
  @Test func `starts again from the base rate, each cycle longer`() throws {
    let rates = try Stepping.rates(#"{"type": "CosineAnnealingWarmRestarts", "T_0": 3, "T_mult": 2}"#, count: 11)
    expect(rates, near: [1, 0.75, 0.25, 1, 0.933013, 0.75, 0.5, 0.25, 0.066987, 1, 0.982963])
  }

  @Test func `never gets to eta_min`() throws {
    let json = #"{"type": "CosineAnnealingWarmRestarts", "T_0": 4, "eta_min": 0.1}"#
    let rates = try Stepping.rates(json, count: 9)
    expect(rates, near: [1, 0.868198, 0.55, 0.231802, 1, 0.868198, 0.55, 0.231802, 1])
  }

  @Test func `is the base rate always when a cycle is one epoch`() throws {
    #expect(try Stepping.rates(#"{"type": "CosineAnnealingWarmRestarts", "T_0": 1}"#, count: 4) == [1, 1, 1, 1])
  }

  @Test func `rolls over only once when it is resumed, whatever lies after`() throws {
    // Epoch 15 stands in the middle of the third cycle, but torch takes it for the start of the second.
    let resumed = try optimizer(#"{"lr": 0.3, "param_groups": [{"initial_lr": 1}]}"#)
    let json = #"{"type": "CosineAnnealingWarmRestarts", "T_0": 3, "T_mult": 2, "last_epoch": 14}"#
    expect(try Stepping.rates(json, count: 3, optimizer: resumed), near: [1, 0.933013, 0.75])
  }

  @Test func `of enormous growth goes on`() throws {
    let json = #"{"type": "CosineAnnealingWarmRestarts", "T_0": 1, "T_mult": 1000000000000000}"#
    let rates = try Stepping.rates(json, count: 5)
    #expect(rates.allSatisfy { $0 == 1 })
    #expect(try Stepping(json).node.phases.map(\.start) == [0])
  }

  @Test(arguments: [
    (#"{"type": "CosineAnnealingWarmRestarts"}"#, #"param at "CosineAnnealingWarmRestarts""#),
    (#"{"type": "CosineAnnealingWarmRestarts", "T_0": 0}"#, "value at 0"),
    (#"{"type": "CosineAnnealingWarmRestarts", "T_0": -3}"#, "value at -3"),
    (#"{"type": "CosineAnnealingWarmRestarts", "T_0": 10.5}"#, "value at 10.5"),
    (#"{"type": "CosineAnnealingWarmRestarts", "T_0": 5, "T_mult": 0}"#, "value at 0"),
    (#"{"type": "CosineAnnealingWarmRestarts", "T_0": 5, "T_mult": 1.5}"#, "value at 1.5"),
    (
      #"{"type": "CosineAnnealingWarmRestarts", "T_0": 5, "last_epoch": 3}"#,
      #"value at "CosineAnnealingWarmRestarts""#
    ),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
