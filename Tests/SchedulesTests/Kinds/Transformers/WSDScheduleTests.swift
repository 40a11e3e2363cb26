import Testing

@testable import Schedules

@Suite struct WSDScheduleTests {
  private func json(_ more: String, total: String = "11") -> String {
    #"""
    {"type": "transformers.warmup_stable_decay", "num_warmup_steps": 3, "num_training_steps": \#(total),
     "num_decay_steps": 4\#(more)}
    """#
  }

  @Test func `rises from the lowest rate, stays, falls to it at T, and holds it`() throws {
    let printed = [0.1, 0.4, 0.7, 1, 1, 1, 1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1]
    expect(try Stepping.rates(json(#", "min_lr_ratio": 0.1"#), count: 13), near: printed)
  }

  @Test(arguments: [
    ("linear", [0, 0.333333, 0.666667], [0.75, 0.5, 0.25]), ("cosine", [0, 0.25, 0.75], [0.853553, 0.5, 0.146447]),
    ("1-sqrt", [0, 0.183503, 0.42265], [0.5, 0.292893, 0.133975]),
  ])
  func `rises and falls along three paths`(path: String, rise: [Double], fall: [Double]) throws {
    let json = json(#", "warmup_type": "\#(path)", "decay_type": "\#(path)""#, total: "8")
    expect(try Stepping.rates(json, count: 9), near: rise + [1, 1] + fall + [0])
  }

  @Test func `is as long as its stable steps say, whatever the total`() throws {
    let json = json(#", "num_stable_steps": 1, "decay_type": "linear""#)
    expect(try Stepping.rates(json, count: 9), near: [0, 0.333333, 0.666667, 1, 1, 0.75, 0.5, 0.25, 0])
    let stepping = try Stepping(json)
    #expect(stepping.node.scheduler.length == 8)
    #expect(stepping.node.phases.map(\.start) == [0, 3, 4, 8])
  }

  @Test func `takes the run for its total`() throws {
    let json = json(#", "decay_type": "linear""#, total: "null")
    expect(
      try Stepping.rates(json, count: 9, runLength: 9), near: [0, 0.333333, 0.666667, 1, 1, 1, 0.75, 0.5, 0.25])
  }

  @Test(arguments: [
    (#", "decay_type": "exp""#, #"value at "exp""#), (#", "warmup_type": "sqrt""#, #"value at "sqrt""#),
  ])
  func `refuses other paths`(more: String, expected: String) {
    #expect(refusal(json(more)) == expected)
  }

  @Test func `needs the length of its decay`() {
    #expect(
      refusal(#"{"type": "transformers.warmup_stable_decay", "num_warmup_steps": 3}"#)
        == #"param at "transformers.warmup_stable_decay""#)
  }
}
