import Testing

@testable import Schedules

@Suite struct CosineWithHardRestartsScheduleWithWarmupTests {
  private let json = #"{"type": "transformers.cosine_with_restarts", "num_warmup_steps": 3, "num_training_steps": 11"#

  @Test func `falls in each cycle, and is zero from T on`() throws {
    let cycle = [1, 0.853553, 0.5, 0.146447]
    expect(
      try Stepping.rates(json + #", "num_cycles": 2}"#, count: 13),
      near: [0, 0.333333, 0.666667] + cycle + cycle + [0, 0])
  }

  @Test func `has its cycles as phases`() throws {
    let stepping = try Stepping(json + #", "num_cycles": 2}"#)
    #expect(stepping.node.phases.map(\.start) == [0, 3, 7])
    #expect(stepping.node.phases.map(\.label) == ["warm-up", "cycle 1", "cycle 2"])
  }

  @Test(arguments: ["0", "-3", "1e-300", "1e300", "0.5"])
  func `of odd numbers of cycles still has phases`(cycles: String) throws {
    let stepping = try Stepping(json + #", "num_cycles": \#(cycles)}"#)
    #expect(stepping.node.phases.count <= 100)
  }
}
