import Testing

@testable import Schedules

@Suite struct FvcoreCompositeParamSchedulerTests {
  private static let parts = #"""
    "schedulers": [{"type": "fvcore.linear", "start_value": 0, "end_value": 1},
                   {"type": "fvcore.linear", "start_value": 1, "end_value": 0}]
    """#

  @Test func `gives each its part of the training, or the whole`() throws {
    func rates(_ scaling: String) throws -> [Double] {
      try Stepping.rates(
        #"""
        {"type": "fvcore.composite", \#(Self.parts), "lengths": [0.5, 0.5], "interval_scaling": ["rescaled", "\#(scaling)"],
         "max_iter": 8}
        """#, count: 8)
    }
    #expect(try rates("rescaled") == [0, 0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25])
    #expect(try rates("fixed") == [0, 0.25, 0.5, 0.75, 0.5, 0.375, 0.25, 0.125])
  }

  @Test(arguments: [
    (#""lengths": [1], "interval_scaling": ["fixed", "fixed"]"#, "value at [1]"),
    (#""lengths": [0.5, 0.4], "interval_scaling": ["fixed", "fixed"]"#, "value at [0.5, 0.4]"),
    (#""lengths": [0.5, 0.5], "interval_scaling": ["fixed", "loose"]"#, #"value at "loose""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fvcore.composite", \#(Self.parts), \#(parameters)}"#) == expected)
  }

  @Test(arguments: [#"{"type": "StepLR", "step_size": 3}"#, #"{"type": "fvcore.constant", "value": 1, "max_iter": 3}"#])
  func `holds only param schedulers without an end of their own`(child: String) {
    let json = #"""
      {"type": "fvcore.composite", "schedulers": [\#(child)], "lengths": [1], "interval_scaling": ["fixed"]}
      """#
    #expect(refusal(json).hasPrefix("value at"))
  }

  @Test func `calls its parts by what they are, and shows theirs`() throws {
    let json = #"""
      {"type": "fvcore.composite", "max_iter": 20, "lengths": [0.2, 0.8], "interval_scaling": ["rescaled", "fixed"],
       "schedulers": [{"type": "fvcore.linear", "start_value": 0, "end_value": 1},
                      {"type": "fvcore.step", "num_updates": 1, "values": [1, 0.1]}]}
      """#
    #expect(
      try Stepping(json).node.phases == [
        Phase(start: 0, motion: .moves, label: "line"), Phase(start: 4, motion: .jumps, label: "step 1"),
        Phase(start: 10, motion: .jumps, label: "step 2"),
      ])
  }
}
