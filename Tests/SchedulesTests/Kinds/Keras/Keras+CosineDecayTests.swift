import Testing

@testable import Schedules

@Suite struct KerasCosineDecayTests {
  private func json(_ members: String) -> String { #"{"type": "keras.CosineDecay", \#(members)}"# }

  @Test func `counts the decay from the end of the warm-up`() throws {
    let node = json(
      #""initial_learning_rate": 0.0, "decay_steps": 6, "alpha": 0.1, "warmup_target": 1.0, "warmup_steps": 3"#)
    let rates = try Stepping.rates(node, count: 11)
    expect(rates, near: [0, 0.333333, 0.666667, 1, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.1, 0.1])
    #expect(try Stepping(node).node.scheduler.length == 9)
    #expect(try Stepping(node).node.phases.map(\.start) == [0, 3, 9])
  }

  @Test func `has no warm-up without a target`() throws {
    let node = json(#""initial_learning_rate": 1.0, "decay_steps": 2, "warmup_steps": 3"#)
    expect(try Stepping.rates(node, count: 4), near: [1, 0.5, 0, 0])
    #expect(try Stepping(node).node.scheduler.length == 2)
  }
}
