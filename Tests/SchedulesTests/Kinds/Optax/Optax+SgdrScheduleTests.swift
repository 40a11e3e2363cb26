import Testing

@testable import Schedules

@Suite struct OptaxSgdrScheduleTests {
  private func json(_ cycles: String) -> String { #"{"type": "optax.sgdr_schedule", "cosine_kwargs": [\#(cycles)]}"# }

  private let cycle = #"{"init_value": 0, "peak_value": 1, "warmup_steps": 1, "decay_steps": 3}"#

  @Test func `joins cycles, and holds the end of the last`() throws {
    let second = #"{"init_value": 0.2, "peak_value": 0.5, "warmup_steps": 0, "decay_steps": 2, "end_value": 0.1}"#
    let rates = try Stepping.rates(json("\(cycle), \(second)"), count: 7)
    expect(rates, near: [0, 1, 0.5, 0.5, 0.3, 0.1, 0.1])
    let node = try Stepping(json("\(cycle), \(second)")).node
    #expect(node.phases.map(\.start) == [0, 1, 3])
    #expect(node.scheduler.length == 5)
  }

  @Test(arguments: [
    ("", "value at []"), ("3", "value at 3"), (#"{"decay_steps": 3}"#, "param at {"),
    (#"{"init_value": 0, "peak_value": 1, "warmup_steps": 3, "decay_steps": 3}"#, "value at 3"),
    (#"{"peek": 0, "init_value": 0, "peak_value": 1, "warmup_steps": 1, "decay_steps": 3}"#, #"param at "peek""#),
  ])
  func `refuses`(cycles: String, expected: String) {
    #expect(refusal(json(cycles)) == expected)
  }
}
