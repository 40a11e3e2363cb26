import Testing

@testable import Schedules

@Suite struct KerasPolynomialDecayTests {
  private func json(_ members: String) -> String {
    #"{"type": "keras.PolynomialDecay", "initial_learning_rate": 1.0, "decay_steps": 4, \#(members)}"#
  }

  @Test func `goes along a power and holds its end`() throws {
    let rates = try Stepping.rates(json(#""end_learning_rate": 0.1, "power": 2"#), count: 6)
    expect(rates, near: [1, 0.60625, 0.325, 0.15625, 0.1, 0.1])
    #expect(try Stepping(json(#""power": 2"#)).node.phases.map(\.start) == [0, 4])
  }

  @Test func `falls again in cycles, from less high each time`() throws {
    let node = json(#""end_learning_rate": 0.1, "cycle": true"#)
    let rates = try Stepping.rates(node, count: 10)
    expect(rates, near: [1, 0.775, 0.55, 0.325, 0.1, 0.4375, 0.325, 0.2125, 0.1, 0.325])
    #expect(try Stepping(node).node.phases.prefix(3).map(\.start) == [0, 5, 9])
  }
}
