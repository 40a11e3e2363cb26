import Testing

@testable import Schedules

@Suite struct PhaseTests {
  @Test func `begins where its schedule does`() {
    let own = [Phase(start: 0, motion: .moves, label: "a"), Phase(start: 2, motion: .jumps, label: "b")]
    let joined = Phase.joined([(0, own), (4.5, own)])
    #expect(joined.map(\.start) == [0, 2, 5, 7])
    #expect(joined.map(\.label) == ["a", "b", "a", "b"])
    #expect(joined.map(\.motion) == [.moves, .jumps, .moves, .jumps])
  }

  @Test func `is left out where its turn never comes`() {
    let phases = Phase.stretches([(0, "a"), (9, "b"), (4, "c"), (4, "d"), (1e12, "e")])
    #expect(phases.map(\.label) == ["a", "d"])
    #expect(Phase.stretches([(0, "a"), (-3, "b")]).map(\.start) == [0])
  }
}
