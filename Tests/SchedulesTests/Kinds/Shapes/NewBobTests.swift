import Testing

@testable import Schedules

@Suite struct NewBobTests {
  /// The rate behind each metric.
  private func rates(_ members: String, _ metrics: [Double]) throws -> [Double] {
    var stepping = try Stepping(#"{"type": "newbob"\#(members)}"#)
    return try metrics.map { metric in
      try stepping.step(metric: metric)
      return stepping.optimizer.groups[0].lr
    }
  }

  @Test func `compares with the metric before`() throws {
    // By 80 %, by −25 %, by 0.04 %, by 0.4 %.
    #expect(try rates("", [10, 2, 2.5, 2.499, 2.489]) == [1, 1, 0.5, 0.25, 0.25])
  }

  @Test func `is patient, and counts on after an improvement`() throws {
    #expect(try rates(#", "patient": 1"#, [1, 1, 0.5, 0.5, 0.5, 0.5]) == [1, 1, 1, 0.5, 0.5, 0.25])
  }

  @Test func `sees no improvement on nothing`() throws {
    #expect(try rates(#", "annealing_factor": 0.1"#, [0, -5]) == [1, 0.1])
  }

  @Test func `needs a metric, and refuses a factor above 1`() {
    #expect(complaints(aboutFile: #"{"scheduler": {"type": "newbob"}}"#).first?.hasPrefix("spec") == true)
    #expect(refusal(#"{"type": "newbob", "annealing_factor": 1.5}"#) == "value at 1.5")
  }
}
