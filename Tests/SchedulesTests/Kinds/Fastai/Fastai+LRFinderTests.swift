import Testing

@testable import Schedules

@Suite struct FastaiLRFinderTests {
  @Test func `rises by equal factors in six batches or more, and holds the last rate`() throws {
    let json = #"{"type": "fastai.LRFinder", "start_lr": 0.001, "end_lr": 1000, "num_it": 3}"#
    expect(try Stepping.rates(json, count: 7), near: [0.001, 0.01, 0.1, 1, 10, 100, 100])
  }

  @Test func `takes a hundred batches`() throws {
    #expect(try Stepping(#"{"type": "fastai.lr-find"}"#).node.scheduler.length == 100)
  }

  @Test func `refuses to start from zero`() {
    #expect(refusal(#"{"type": "fastai.LRFinder", "start_lr": 0}"#) == "value at 0")
  }
}
