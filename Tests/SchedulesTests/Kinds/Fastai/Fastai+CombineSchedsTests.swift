import Testing

@testable import Schedules

@Suite struct FastaiCombineSchedsTests {
  @Test func `gives each sched its part, combined ones too`() throws {
    let json = #"""
      {"type": "fastai.combine_scheds", "pcts": [0.25, 0.75], "scheds": [{"type": "fastai.SchedLin", "start": 0, "end": 1},
       {"type": "fastai.combined_cos", "pct": 0.5, "start": 1, "middle": 2, "end": 0}]}
      """#
    expect(try Stepping.rates(json, count: 8, runLength: 8), near: [0, 0.5, 1, 1.25, 1.75, 2, 1.5, 0.5])
  }

  private static let line = #"{"type": "fastai.SchedLin", "start": 0, "end": 1}"#

  @Test(arguments: [
    ("[0.5, 0.6]", [line, line], "value at [0.5, 0.6]"),
    ("[0.5, 0.6, -0.1]", [line, line, line], "value at [0.5, 0.6, -0.1]"),
    // Ten tenths are not one in doubles.
    (
      "[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]", Array(repeating: line, count: 10),
      "value at [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]"
    ),
    ("[0.5, 0.5]", [line], "value at [0.5, 0.5]"),
    ("[1]", [#"{"type": "cosine", "T_max": 5}"#], #"value at "cosine""#),
    ("[1]", [#"{"type": "fastai.fit_one_cycle"}"#], #"value at "fastai.fit_one_cycle""#),
  ])
  func `refuses`(parts: String, scheds: [String], expected: String) {
    let json = #"""
      {"type": "fastai.combine_scheds", "pcts": \#(parts), "scheds": [\#(scheds.joined(separator: ", "))]}
      """#
    #expect(refusal(json) == expected)
  }
}
