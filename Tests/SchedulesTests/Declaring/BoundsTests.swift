import Testing

@testable import Schedules

@Suite struct BoundsTests {
  @Test(arguments: [
    (Bounds.atLeast(1), "at least 1", [1, 2, .infinity], [0.999, -1]),
    (.atMost(0), "at most 0", [0, -1], [0.001]),
    (.above(0), "greater than 0", [.leastNonzeroMagnitude, 1], [0, -0.0, -1]),
    (.below(1), "less than 1", [0.999, -5], [1, 2]),
    (.between(0, 1), "between 0 and 1", [0, 0.5, 1], [-0.001, 1.001]),
    (.above(0, atMost: 1), "greater than 0 and at most 1", [0.001, 1], [0, 1.001]),
    (.from(0, below: 1), "at least 0 and less than 1", [0, 0.999], [-0.001, 1]),
    (.between(-0.5, 1e12), "at least -0.5 and at most 10¹²", [-0.5, 1e12], [-0.6]),
  ])
  func `hold what they say`(bounds: Bounds, words: String, inside: [Double], outside: [Double]) {
    #expect(bounds.words == words)
    #expect(inside.filter { !bounds.contains($0) } == [])
    #expect(outside.filter { bounds.contains($0) } == [])
  }
}
