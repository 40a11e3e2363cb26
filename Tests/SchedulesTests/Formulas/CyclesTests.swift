import Testing

@testable import Schedules

@Suite struct CyclesTests {
  private func places(_ cycles: Cycles, _ steps: ClosedRange<Int>) throws -> [[Double]] {
    try steps.map { step in
      let place = try cycles.place(at: Double(step))
      return [place.index, place.length, place.position]
    }
  }

  @Test func `of one length follow each other`() throws {
    #expect(
      try places(Cycles(first: 3, growth: 1), 0...6)
        == [[0, 3, 0], [0, 3, 1], [0, 3, 2], [1, 3, 0], [1, 3, 1], [1, 3, 2], [2, 3, 0]])
  }

  @Test func `that grow are found by a logarithm`() throws {
    #expect(
      try places(Cycles(first: 2, growth: 2), 0...6)
        == [[0, 2, 0], [0, 2, 1], [1, 4, 0], [1, 4, 1], [1, 4, 2], [1, 4, 3], [2, 8, 0]])
  }

  @Test func `begin a step late where the logarithm rounds down, as in timm`() throws {
    let place = try Cycles(first: 1, growth: 3).place(at: 121)
    #expect(place.index == 4 && place.position == place.length)
  }

  @Test func `that shrink have an end, and nothing lies after it`() throws {
    let cycles = Cycles(first: 4, growth: 0.5)
    #expect(try cycles.place(at: 6).index == 2)
    #expect(throws: (any Error).self) { try cycles.place(at: 8) }
    #expect(throws: (any Error).self) { try Cycles(first: 4, growth: 0).place(at: 1) }
    #expect(throws: (any Error).self) { try Cycles(first: 0, growth: 1).place(at: 1) }
  }

  @Test(arguments: [(1.0, [0, 10, 20, 30]), (2.0, [0, 10, 30, 70]), (0.5, [0, 10, 15, 18])])
  func `are phases`(growth: Double, starts: [Int]) {
    let phases = Phase.named(Cycles(first: 10, growth: growth).beginnings(from: 0, count: 4))
    #expect(phases.map(\.start) == starts)
    #expect(phases.map(\.label) == ["cycle 1", "cycle 2", "cycle 3", "cycle 4"])
  }

  @Test(arguments: [1.0, 1.5, 0.999_999])
  func `without end are named up to a hundred`(growth: Double) {
    #expect(Phase.named(Cycles(first: 2, growth: growth).beginnings(from: 0)).count <= 100)
  }
}
