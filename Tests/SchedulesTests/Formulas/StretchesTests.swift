import Testing

@testable import Schedules

@Suite struct StretchesTests {
  private func stretches(_ starts: [Double]) -> [Phase] {
    var stretches = Stretches()
    for (index, start) in starts.enumerated() { stretches.begin("\(index)", at: start, index == 0 ? .jumps : .moves) }
    return stretches.phases
  }

  @Test func `are noted in order, with their labels and motions`() {
    #expect(
      stretches([0, 5]) == [Phase(start: 0, motion: .jumps, label: "0"), Phase(start: 5, motion: .moves, label: "1")])
  }

  @Test(
    arguments: [
      ([0, 2.5, 7], [0, 3, 7]), ([-4, 3], [0, 3]), ([0, 5, 5, 9], [0, 5, 9]), ([0, 5, 2], [0, 2]),
      ([0, 3, 1e300], [0, 3]),
      ([0, .nan, 3], [0, 3]), ([0, 0], []), ([0], []), ([], []),
    ] as [([Double], [Int])])
  func `of no length are left out, and one alone is none`(starts: [Double], phases: [Int]) {
    #expect(stretches(starts).map(\.start) == phases)
  }

  @Test func `are at most a hundred`() {
    #expect(stretches((0..<1000).map(Double.init)).count == 100)
  }
}
