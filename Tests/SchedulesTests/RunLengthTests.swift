import Testing

@testable import Schedules

@Suite struct RunLengthTests {
  @Test(arguments: [(10, 4, 3), (12, 4, 3), (1, 4, 1), (7, 1, 7)])
  func `counts an epoch that has begun`(count: Int, perEpoch: Int, epochs: Int) {
    #expect(RunLength(count: count, perEpoch: perEpoch).epochs == epochs)
  }

  @Test(arguments: [
    (0.0, 30.0, 30), (30, 100, 70), (2.5, 4, 2), (90, 200, 10), (200, 300, 1), (-5, 5, 5), (50, 20, 1),
    (0, .infinity, 100),
  ])
  func `a part lies within the run`(start: Double, end: Double, count: Int) {
    #expect(RunLength(count: 100).part(from: start, to: end).count == count)
  }
}
