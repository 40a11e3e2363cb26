import Testing

@testable import Schedules

@Suite struct PaddleCyclicLRTests {
  private let json = #"""
    {"type": "paddle.CyclicLR", "base_learning_rate": 0.1, "max_learning_rate": 1.1, "step_size_up": 2, "step_size_down": 3
    """#

  @Test(arguments: [
    ("", [0.1, 0.6, 1.1, 0.766667, 0.433333, 0.1, 0.6]),
    (#", "mode": "triangular2""#, [0.1, 0.6, 1.1, 0.766667, 0.433333, 0.1, 0.35]),
    (#", "mode": "exp_range", "exp_gamma": 0.9"#, [0.1, 0.55, 0.91, 0.586, 0.3187, 0.1, 0.365721]),
    (#", "scale_fn": "0.5 ** x", "scale_mode": "cycle""#, [0.1, 0.35, 0.6, 0.433333, 0.266667, 0.1, 0.225]),
  ])
  func `goes up and down in triangles`(more: String, printed: [Double]) throws {
    expect(try Stepping.rates(json + more + "}", count: 7), near: printed)
  }

  @Test(arguments: [(#", "mode": "up""#, #"value at "up""#), (#", "exp_gamma": 1"#, "value at 1")])
  func `refuses`(more: String, expected: String) {
    #expect(refusal(json + more + "}") == expected)
  }
}
