import Testing

@testable import Schedules

@Suite struct FvcoreMultiStepParamSchedulerTests {
  @Test(arguments: [
    #""milestones": [2, 5], "num_updates": 6"#, #""milestones": [2, 5, 6]"#,
  ])
  func `takes the end from num_updates or from the last milestone`(given: String) throws {
    let json = #"{"type": "fvcore.multistep", "values": [1, 0.5, 0.1], \#(given), "max_iter": 6}"#
    #expect(try Stepping.rates(json, count: 7) == [1, 1, 0.5, 0.5, 0.5, 0.1, 0.1])
  }

  @Test func `makes equal stretches without milestones`() throws {
    let json = #"{"type": "fvcore.multistep", "values": [1, 0.5], "num_updates": 5, "max_iter": 5}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 1, 0.5, 0.5])
  }

  @Test func `reads milestones as parts of num_updates`() throws {
    let json =
      #"{"type": "fvcore.multistep", "values": [1, 0.5], "num_updates": 50, "milestones": [20], "max_iter": 5}"#
    #expect(try Stepping.rates(json, count: 4) == [1, 1, 0.5, 0.5])
  }

  @Test(arguments: [
    (#""values": [1]"#, #"param at "fvcore.multistep""#), (#""values": [], "num_updates": 3"#, "value at []"),
    (#""values": [1, 2], "num_updates": 3, "milestones": [1, 2]"#, "value at [1, 2]"),
    (#""values": [1, 2, 3], "num_updates": 3, "milestones": [2, 1]"#, "value at [2, 1]"),
    (#""values": [1, 2], "num_updates": 3, "milestones": [3]"#, "value at [3]"),
    (#""values": [1, 2], "num_updates": 1, "milestones": [1]"#, "value at 1"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fvcore.multistep", \#(parameters)}"#) == expected)
  }
}
