import Testing

@testable import Schedules

@Suite struct Detectron2LRMultiplierTests {
  @Test func `is a factor on every group's own rate`() throws {
    let json = #"""
      {"type": "detectron2.LRMultiplier", "multiplier": {"type": "fvcore.linear", "start_value": 1, "end_value": 0},
       "max_iter": 4}
      """#
    var stepping = try Stepping(json, optimizer: twoGroups())
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[1, 2], [0.75, 1.5], [0.5, 1]])
  }

  @Test(arguments: [
    (#"{"type": "StepLR", "step_size": 3}"#, "5"), (#"{"type": "fvcore.constant", "value": 1}"#, "0"),
  ])
  func `wants a param scheduler and a length`(multiplier: String, count: String) {
    let json = #"{"type": "detectron2.LRMultiplier", "multiplier": \#(multiplier), "max_iter": \#(count)}"#
    #expect(refusal(json).hasPrefix("value at"))
  }
}
