import Testing

@testable import Schedules

@Suite struct AbsoluteRuleTests {
  private struct Count: AbsoluteRule {
    func value(at count: Double) -> Double { count }
  }

  @Test func `is a rule that knows its count only`() throws {
    #expect(try Count().rate(at: 3, base: 7, group: 1) == 3)
    #expect(try Count().rate(atCount: -2.5, base: 7, group: 1) == -2.5)
  }
}
