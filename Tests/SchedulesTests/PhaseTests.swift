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
    let phases = Phase.moving([(0, "a"), (9, "b"), (4, "c"), (4, "d"), (1e12, "e")])
    #expect(phases.map(\.label) == ["a", "d"])
    #expect(Phase.moving([(0, "a"), (-3, "b")]).map(\.start) == [0])
  }

  private func named(_ starts: [Double]) -> [Phase] {
    Phase.named(starts.enumerated().map { ($1, $0 == 0 ? .jumps : .moves, "\($0)") })
  }

  @Test func `is named in order, with its label and motion`() {
    #expect(
      named([0, 5]) == [Phase(start: 0, motion: .jumps, label: "0"), Phase(start: 5, motion: .moves, label: "1")])
  }

  @Test(
    arguments: [
      ([0, 2.5, 7], [0, 3, 7]), ([-4, 3], [0, 3]), ([0, 5, 5, 9], [0, 5, 9]), ([0, 5, 2], [0, 2]),
      ([0, 3, 1e300], [0, 3]),
      ([0, .nan, 3], [0, 3]), ([0, 0], []), ([0], []), ([], []),
    ] as [([Double], [Int])])
  func `of no length is left out, and one alone is none`(starts: [Double], phases: [Int]) {
    #expect(named(starts).map(\.start) == phases)
  }

  @Test func `is one of at most a hundred`() {
    #expect(named((0..<1000).map(Double.init)).count == 100)
  }
}
