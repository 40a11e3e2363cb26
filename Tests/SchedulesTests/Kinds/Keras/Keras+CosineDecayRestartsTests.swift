import Testing

@testable import Schedules

@Suite struct KerasCosineDecayRestartsTests {
  private func json(_ members: String) -> String {
    #"{"type": "keras.CosineDecayRestarts", "initial_learning_rate": 1.0, "first_decay_steps": 2, \#(members)}"#
  }

  @Test func `makes cycles longer and lower`() throws {
    let rates = try Stepping.rates(json(#""m_mul": 0.5, "alpha": 0.1"#), count: 7)
    expect(rates, near: [1, 0.55, 0.55, 0.484099, 0.325, 0.165901, 0.325])
  }

  @Test func `keeps their length when told to`() throws {
    let node = json(#""t_mul": 1"#)
    expect(try Stepping.rates(node, count: 6), near: [1, 0.5, 1, 0.5, 1, 0.5])
    #expect(try Stepping(node).node.scheduler.length == 6)
    #expect(try Stepping(node).node.phases.prefix(3).map(\.start) == [0, 2, 4])
  }

  @Test func `tells a hundred cycles at most`() throws {
    #expect(try Stepping(json(#""t_mul": 0.9"#)).node.phases.count <= 100)
  }
}
