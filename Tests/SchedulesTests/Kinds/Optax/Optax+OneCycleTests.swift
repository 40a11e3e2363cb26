import Testing

@testable import Schedules

@Suite struct OptaxOneCycleTests {
  @Test func `lets a later point take the place of an earlier one at its step`() throws {
    let knots = try Optax.OneCycle.knots(.linear, from: 1, through: [(0, 25), (4, 2), (0, 3)])
    #expect((0...4).map { knots.value(at: Double($0)) } == [3, 3.75, 4.5, 5.25, 6])
  }

  @Test func `names the divisor that is zero`() {
    let json = #"{"type": "optax.linear_onecycle_schedule", "transition_steps": 9, "peak_value": 1, "div_factor": 0}"#
    #expect(refusal(json) == "value at 0")
  }
}
