import Testing

@testable import Schedules

@Suite struct SawtoothTests {
  private static func json(_ members: String) -> String { #"{"type": "sawtooth", \#(members)}"# }

  @Test(arguments: [
    (#""cycle_steps": 4, "gamma": 0.5, "min_ratio": 0.2"#, [1, 0.8, 0.6, 0.4, 0.5, 0.4, 0.3, 0.2, 0.25, 0.2]),
    (#""cycle_steps": 1"#, [1, 1, 1]),
    (#""cycle_steps": 2, "gamma": 0"#, [1, 0.5, 0, 0]),
  ])
  func `jumps back to the peak, or a lower one`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""gamma": 0.5"#, #"param at "sawtooth""#),
    (#""cycle_steps": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
