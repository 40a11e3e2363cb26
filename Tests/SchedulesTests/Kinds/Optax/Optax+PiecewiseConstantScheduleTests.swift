import Testing

@testable import Schedules

@Suite struct OptaxPiecewiseConstantScheduleTests {
  private func json(_ scales: String) -> String {
    #"{"type": "optax.piecewise_constant_schedule", "init_value": 1, "boundaries_and_scales": \#(scales)}"#
  }

  @Test func `multiplies from each boundary on, whatever their order`() throws {
    expect(try Stepping.rates(json(#"{"4": 0.1, "2": 0.5}"#), count: 5), near: [1, 1, 0.5, 0.5, 0.05])
  }

  @Test func `without boundaries is constant`() throws {
    #expect(try Stepping.rates(json("null"), count: 3) == [1, 1, 1])
  }

  @Test(arguments: [
    (#"{"3": -1}"#, #"value at {"3""#), (#"{"soon": 1}"#, #"value at "soon""#), ("[3]", "value at [3]"),
  ])
  func `refuses`(scales: String, expected: String) {
    #expect(refusal(json(scales)) == expected)
  }
}
