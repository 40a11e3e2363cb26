import Testing

@testable import Schedules

@Suite struct RangeTestTests {
  private static func json(_ members: String) -> String { #"{"type": "range-test", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "start_lr": 1e-4, "end_lr": 1"#, [0.0001, 0.001, 0.01, 0.1, 1, 1]),
    (#""total_steps": 4, "start_lr": 0.1, "end_lr": 1, "growth": "linear""#, [0.1, 0.325, 0.55, 0.775, 1, 1]),
  ])
  func `rises, and stays at its end`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""start_lr": 0"#, #"value at 0"#),
    (#""growth": "cubic""#, #"value at "cubic""#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
