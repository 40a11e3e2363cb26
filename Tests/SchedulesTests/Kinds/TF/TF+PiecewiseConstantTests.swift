import Testing

@testable import Schedules

@Suite struct TFPiecewiseConstantTests {
  private func json(_ boundaries: String) -> String {
    #"{"type": "tf.piecewise_constant", "boundaries": \#(boundaries), "values": [1, 0.5, 0.1]}"#
  }

  @Test func `changes one step after a boundary`() throws {
    #expect(try Stepping.rates(json("[2, 4]"), count: 6) == [1, 1, 1, 0.5, 0.5, 0.1])
    #expect(try Stepping.rates(json("[2, 2]"), count: 4) == [1, 1, 1, 0.1])
  }

  @Test(arguments: [("[4, 2]", "value at [4, 2]"), ("[2.5, 4]", "value at 2.5"), ("[3]", "value at [3]")])
  func `refuses`(boundaries: String, expected: String) {
    #expect(refusal(json(boundaries)) == expected)
  }
}
