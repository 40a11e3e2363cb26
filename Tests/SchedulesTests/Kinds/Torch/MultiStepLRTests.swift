import Testing

@testable import Schedules

@Suite struct MultiStepLRTests {
  @Test(arguments: [
    ("[1, 3]", [1, 0.5, 0.5, 0.25, 0.25]),
    ("[3, 1]", [1, 0.5, 0.5, 0.25, 0.25]),
    // A milestone that stands twice multiplies twice.
    ("[2, 2, 3]", [1, 1, 0.25, 0.125, 0.125]),
    // One at 0 is there from the beginning.
    ("[0, 2]", [0.5, 0.5, 0.25, 0.25, 0.25]),
    // One between two epochs never comes.
    ("[1.5, 3.0]", [1, 1, 1, 0.5, 0.5]),
    ("[]", [1, 1, 1, 1, 1]),
  ])
  func `multiplies by gamma at each milestone`(milestones: String, rates: [Double]) throws {
    let json = #"{"type": "MultiStepLR", "milestones": \#(milestones), "gamma": 0.5}"#
    #expect(try Stepping.rates(json, count: 5) == rates)
  }

  @Test func `counts every milestone up to 0 when a sequence hands over to it`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ConstantLR"},
       {"type": "MultiStepLR", "milestones": [-1.5, 0, 1], "gamma": 0.5}]}
      """#
    #expect(try Stepping.rates(json, count: 5).suffix(3) == [0.25, 0.125, 0.125])
  }

  @Test func `is half as long again as its last milestone`() throws {
    let length = { (milestones: String) in
      try Stepping(#"{"type": "MultiStepLR", "milestones": \#(milestones)}"#).node.scheduler.length
    }
    #expect(try length("[81, 30]") == 122)
    #expect(try length("[]") == nil)
  }

  @Test(arguments: [
    (#"{"type": "MultiStepLR"}"#, #"param at "MultiStepLR""#),
    (#"{"type": "MultiStepLR", "milestones": 3}"#, "value at 3"),
    (#"{"type": "MultiStepLR", "milestones": [3, "5"]}"#, #"value at "5""#),
    (#"{"type": "MultiStepLR", "milestones": [3], "gamma": null}"#, "value at null"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
