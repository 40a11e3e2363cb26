import Testing

@testable import Schedules

@Suite struct PythonTests {
  @Test func `bisects a list as bisect_right does`() {
    #expect([0, 1, 2, 3, 9].map { Python.bisect([1, 2, 2, 8], $0) } == [0, 1, 3, 3, 4])
    #expect(Python.bisect([], 5) == 0)
    // On a list out of order, whatever the halving meets.
    #expect([3, 5, 9].map { Python.bisect([8, 4, 2], $0) } == [0, 3, 3])
  }
}
