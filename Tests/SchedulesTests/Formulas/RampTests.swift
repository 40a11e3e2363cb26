import Testing

@testable import Schedules

@Suite struct RampTests {
  @Test func `rises along a line from its start`() {
    #expect([0, 1, 2, 4].map { Ramp.linear($0, over: 4, from: 0) } == [0, 0.25, 0.5, 1])
    #expect([0, 1, 2, 4].map { Ramp.linear($0, over: 4, from: 0.5) } == [0.5, 0.625, 0.75, 1])
  }
}
