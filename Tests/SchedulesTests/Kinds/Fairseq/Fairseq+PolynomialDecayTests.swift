import Testing

@testable import Schedules

@Suite struct FairseqPolynomialDecayTests {
  @Test func `warms up, and falls to its end`() throws {
    let json = #"""
      {"type": "fairseq.polynomial_decay", "warmup_updates": 3, "total_num_update": 9, "end_learning_rate": 0.1}
      """#
    let printed = [0, 0.333333, 0.666667, 1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1, 0.1]
    expect(try Stepping.rates(json, count: 11), near: printed)
  }

  @Test func `falls anew from where an annealed epoch ended`() throws {
    let json = #"{"type": "fairseq.polynomial_decay", "force_anneal": 2}"#
    let file = try spec(#"{"epochs": 3, "steps_per_epoch": 2, "optimizer": {"lr": 1}, "scheduler": \#(json)}"#)
    // Update 2 would have 2/3; its epoch falls from there, and the whole way at once.
    expect(try fileRates(file), near: [1, 0.833333, 0.444444, 0.333333, 0.074074, 0.037037])
  }

  @Test func `takes the rate at the epoch's number, counted from 1, in a list counted from 0`() throws {
    let json = #"{"type": "fairseq.polynomial_decay", "lrs": [4, 2, 1], "power": 0}"#
    let file = try spec(#"{"epochs": 3, "scheduler": \#(json)}"#)
    #expect(try fileRates(file) == [2, 1, 1])
  }
}
