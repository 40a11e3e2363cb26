import Testing

@testable import Schedules

@Suite struct TFTargetTests {
  @Test func `is a rate or a function of the step`() throws {
    let target = try TF.Target(.first(0.5))
    #expect(try target.rate(at: 7, base: 1, group: 0) == 0.5)
    #expect(target.length == nil)
    #expect(target.phases(behind: 3).map(\.label) == ["warm-up", "constant"])
  }
}
