import Testing

@testable import Schedules

@Suite struct PaddleOneCycleLRTests {
  private let json =
    #"{"type": "paddle.OneCycleLR", "max_learning_rate": 1, "total_steps": 10, "end_learning_rate": 0.1"#

  @Test func `falls to a last rate of its own`() throws {
    let rates = try Stepping.rates(json + "}", count: 10)
    expect([rates[0], rates[1], rates[2], rates[9]], near: [0.04, 0.52, 1, 0.1])
  }

  @Test func `is refused a step beyond its end`() {
    #expect(refusal(json + "}", steps: 10) == "nothing")
    #expect(refusal(json + "}", steps: 11) == #"run at "paddle.OneCycleLR""#)
  }

  @Test(arguments: [
    (#", "three_phase": true, "phase_pct": 0.5"#, "value at 0.5"), (#", "phase_pct": 1"#, "value at 1"),
    (#", "divide_factor": 0"#, #"value at "paddle.OneCycleLR""#), (#", "divide_factor": -2"#, "value at -2"),
  ])
  func `refuses`(more: String, expected: String) {
    #expect(refusal(json + more + "}") == expected)
  }
}
