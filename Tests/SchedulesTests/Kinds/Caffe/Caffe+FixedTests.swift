import Testing

@testable import Schedules

@Suite struct CaffeFixedTests {
  @Test func `stays`() throws {
    #expect(try Stepping.rates(#"{"type": "caffe.fixed"}"#, count: 3, lr: 0.3) == [0.3, 0.3, 0.3])
  }
}
