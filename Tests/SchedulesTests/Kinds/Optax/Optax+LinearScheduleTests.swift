import Testing

@testable import Schedules

@Suite struct OptaxLinearScheduleTests {
  private func rates(_ members: String, count: Int) throws -> [Double] {
    let json = #"{"type": "optax.linear_schedule", "init_value": 0, "end_value": 1, \#(members)}"#
    return try Stepping.rates(json, count: count)
  }

  @Test func `goes from one rate to the other and holds it`() throws {
    #expect(try rates(#""transition_steps": 4"#, count: 7) == [0, 0.25, 0.5, 0.75, 1, 1, 1])
  }

  @Test func `holds the first rate until it begins`() throws {
    #expect(try rates(#""transition_steps": 2, "transition_begin": 2"#, count: 6) == [0, 0, 0, 0.5, 1, 1])
    #expect(try rates(#""transition_steps": 2, "transition_begin": -5"#, count: 3) == [0, 0.5, 1])
  }

  @Test func `of no length stays where it is`() throws {
    #expect(try rates(#""transition_steps": 0"#, count: 3) == [0, 0, 0])
  }
}
