import Testing

@testable import Schedules

@Suite struct MMEngineCosineRestartTests {
  @Test func `starts each period from its part of the base rate, and holds in the end`() throws {
    let json = #"""
      {"type": "mmengine.CosineRestartLR", "periods": [3, 4], "restart_weights": [1, 0.5], "eta_min": 0.1}
      """#
    expect(
      try Stepping.rates(json, count: 8), near: [1, 0.775, 0.325, 0.5, 0.441421, 0.3, 0.158579, 0.158579])
  }

  @Test(arguments: [
    (#"{"type": "mmengine.CosineRestartLR", "periods": [3]}"#, #"param at "mmengine.CosineRestartLR""#),
    (#"{"type": "mmengine.CosineRestartLR", "periods": [3, 4], "eta_min": 0}"#, "value at [3, 4]"),
    (#"{"type": "mmengine.CosineRestartLR", "eta_min": 0}"#, #"param at "mmengine.CosineRestartLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
