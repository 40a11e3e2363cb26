import Testing

@testable import Schedules

@Suite struct OptaxPiecewiseInterpolateScheduleTests {
  private func json(_ type: String, _ scales: String) -> String {
    #"""
    {"type": "optax.piecewise_interpolate_schedule", "interpolate_type": "\#(type)", "init_value": 1,
     "boundaries_and_scales": \#(scales)}
    """#
  }

  @Test func `goes along lines or waves`() throws {
    #expect(try Stepping.rates(json("linear", #"{"4": 0.5}"#), count: 6) == [1, 0.875, 0.75, 0.625, 0.5, 0.5])
    expect(
      try Stepping.rates(json("cosine", #"{"4": 0.5}"#), count: 6), near: [1, 0.926777, 0.75, 0.573223, 0.5, 0.5])
  }

  @Test func `refuses other ways, and negative scales`() {
    #expect(refusal(json("poly", "{}")) == #"value at "poly""#)
    #expect(refusal(json("linear", #"{"3": -1}"#)) == #"value at {"3""#)
  }
}
