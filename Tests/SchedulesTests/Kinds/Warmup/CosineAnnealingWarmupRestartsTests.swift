import Testing

@testable import Schedules

@Suite struct CosineAnnealingWarmupRestartsTests {
  private func json(_ members: String) -> String {
    #"{"type": "CosineAnnealingWarmupRestarts", "max_lr": 1, "min_lr": 0.1, \#(members)}"#
  }

  @Test func `makes the cycles longer and their peaks lower`() throws {
    let node = json(#""first_cycle_steps": 5, "cycle_mult": 2, "warmup_steps": 2, "gamma": 0.5"#)
    let rates = try Stepping.rates(node, count: 16)
    expect(
      rates,
      near: [
        0.1, 0.55, 1, 0.775, 0.325, 0.1, 0.3, 0.5, 0.473205, 0.4, 0.3, 0.2, 0.126795, 0.1, 0.175, 0.25,
      ])
  }

  @Test func `begins at the lowest rate even without a warm-up`() throws {
    let rates = try Stepping.rates(json(#""first_cycle_steps": 3"#), count: 7)
    expect(rates, near: [0.1, 0.775, 0.325, 1, 0.775, 0.325, 1])
  }

  @Test func `consists of warm-ups and cycles`() throws {
    let node = json(#""first_cycle_steps": 5, "cycle_mult": 2, "warmup_steps": 2"#)
    let phases = try Stepping(node).node.phases
    #expect(phases.prefix(4).map(\.start) == [0, 2, 5, 7])
    #expect(phases.prefix(4).map(\.label) == ["warm-up 1", "cycle 1", "warm-up 2", "cycle 2"])
    #expect(phases.count <= 100)
  }

  @Test func `refuses a cycle that is all warm-up, and one that shrinks to nothing`() {
    #expect(refusal(json(#""first_cycle_steps": 5, "warmup_steps": 5"#)) == "value at 5")
    let shrinking = json(#""first_cycle_steps": 2, "cycle_mult": 0.4"#)
    #expect(refusal(shrinking, steps: 3) == #"run at "CosineAnnealingWarmupRestarts""#)
  }
}
