import Testing

@testable import Schedules

@Suite struct OptaxPolynomialScheduleTests {
  private let json = #"""
    {"type": "optax.polynomial_schedule", "init_value": 1, "end_value": 0.1, "power": 2, "transition_steps": 4,
     "transition_begin": 2}
    """#

  @Test func `goes along a power of what is left`() throws {
    expect(try Stepping.rates(json, count: 8), near: [1, 1, 1, 0.60625, 0.325, 0.15625, 0.1, 0.1])
  }

  @Test func `tells its stretches and its length`() throws {
    let node = try Stepping(json).node
    #expect(node.phases.map(\.start) == [0, 2, 6])
    #expect(node.phases.map(\.label) == ["hold", "transition", "hold"])
    #expect(node.scheduler.length == 6)
  }
}
