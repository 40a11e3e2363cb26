import Testing

@testable import Schedules

@Suite struct OptaxReduceOnPlateauTests {
  private func rates(_ members: String, _ metrics: [Double]) throws -> [Double] {
    var stepping = try Stepping(#"{"type": "optax.contrib.reduce_on_plateau", "factor": 0.5, \#(members)}"#, lr: 4)
    var rates = [4.0]
    for metric in metrics {
      try stepping.step(metric: metric)
      rates.append(stepping.optimizer.groups[0].lr)
    }
    return rates
  }

  @Test func `reduces at the last of as many values as its patience`() throws {
    #expect(try rates(#""patience": 2"#, [1, 1, 1, 1, 1]) == [4, 4, 4, 2, 2, 1])
  }

  @Test func `does not count while it cools down`() throws {
    #expect(try rates(#""patience": 1, "cooldown": 2"#, [1, 1, 1, 1, 1, 1]) == [4, 4, 2, 2, 2, 1, 1])
  }

  @Test func `looks at means`() throws {
    #expect(try rates(#""patience": 1, "accumulation_size": 2"#, [2, 0, 3, 1, 0, 0]) == [4, 4, 4, 4, 2, 2, 2])
  }

  @Test func `takes improvement amiss without patience, and goes no lower than its scale`() throws {
    #expect(try rates(#""patience": 0, "min_scale": 0.25"#, [5, 4, 4, 3, 2]) == [4, 2, 1, 1, 1, 1])
  }

  @Test(arguments: [
    (#""factor": 1"#, "value at 1"), (#""rtol": 0"#, "value at 0"), (#""rtol": 1.5"#, "value at 1.5"),
    (#""atol": -1"#, "value at -1"),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(#"{"type": "optax.contrib.reduce_on_plateau", \#(members)}"#) == expected)
  }
}
