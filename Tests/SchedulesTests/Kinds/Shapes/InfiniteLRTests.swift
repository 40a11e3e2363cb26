import Testing

@testable import Schedules

@Suite struct InfiniteLRTests {
  private static func json(_ members: String) -> String { #"{"type": "infinite", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 12, "warmup_steps": 2, "cooldown_steps": 4, "decay_steps": 3"#,
      [0, 0.5, 1, 0.926777, 0.75, 0.573223, 0.5, 0.5, 0.5, 0.5, 0.292402, 0.170998, 0.1, 0.1]
    ),
    (#""cooldown_steps": 4, "cooldown": "linear""#, [1, 0.875, 0.75, 0.625, 0.5, 0.5, 0.5, 0.5]),
    (#""cooldown_steps": 4, "cooldown": "inverse-sqrt""#, [1, 0.666797, 0.576406, 0.529697, 0.5, 0.5, 0.5, 0.5]),
  ])
  func `cools down to a constant, and anneals at last`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `needs no length of a run as long as it does not anneal`() throws {
    var endless = try Schedule(json: #"{"scheduler": {"type": "infinite", "cooldown_steps": 4}}"#)
    for _ in 0..<1000 { try endless.step() }
    #expect(endless.optimizer.groups[0].lr == 0.05)
  }

  @Test(arguments: [
    (#""total_steps": 9"#, #"param at "infinite""#),
    (#""total_steps": 9, "cooldown_steps": 5, "decay_steps": 5"#, #"value at 9"#),
    (#""cooldown_steps": 60, "decay_steps": 50"#, #"value at "infinite""#),
    (#""cooldown_steps": 5, "min_ratio": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
