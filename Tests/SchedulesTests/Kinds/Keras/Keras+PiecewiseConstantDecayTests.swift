import Testing

@testable import Schedules

@Suite struct KerasPiecewiseConstantDecayTests {
  private func json(_ boundaries: String, _ values: String) -> String {
    #"{"type": "keras.PiecewiseConstantDecay", "boundaries": \#(boundaries), "values": \#(values)}"#
  }

  @Test func `changes one step after a boundary`() throws {
    #expect(try Stepping.rates(json("[2, 4]", "[1, 0.5, 0.1]"), count: 6) == [1, 1, 1, 0.5, 0.5, 0.1])
  }

  @Test func `drops the fractions of boundaries`() throws {
    #expect(try Stepping.rates(json("[-0.5, 2.9]", "[3, 2, 1]"), count: 4) == [3, 2, 2, 1])
  }

  @Test func `adds up what boundaries out of order give`() throws {
    #expect(try Stepping.rates(json("[4, 2]", "[1, 5, 0.5]"), count: 6) == [1, 1, 1, 1.5, 1.5, 0.5])
  }

  @Test func `refuses no boundaries, and too few values`() {
    #expect(refusal(json("[]", "[1]")) == "value at []")
    #expect(refusal(json("[3, 5]", "[1, 2]")) == "value at [3, 5]")
  }
}
