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

@Suite struct KerasExponentialDecayTests {
  private func rates(_ members: String) throws -> [Double] {
    try Stepping.rates(#"{"type": "keras.ExponentialDecay", "initial_learning_rate": 1.0, \#(members)}"#, count: 5)
  }

  @Test func `decays smoothly, or as a staircase`() throws {
    #expect(try rates(#""decay_steps": 2, "decay_rate": 0.25"#) == [1, 0.5, 0.25, 0.125, 0.0625])
    #expect(try rates(#""decay_steps": 2, "decay_rate": 0.25, "staircase": true"#) == [1, 1, 0.25, 0.25, 0.0625])
  }

  @Test func `takes the name that a configuration has`() throws {
    #expect(try rates(#""decay_steps": 1, "decay_rate": 0.5, "name": "lr""#) == [1, 0.5, 0.25, 0.125, 0.0625])
  }

  @Test func `refuses a length that is not positive`() {
    let json = #"{"type": "keras.ExponentialDecay", "initial_learning_rate": 1.0, "decay_steps": 0, "decay_rate": 0.5}"#
    #expect(refusal(json) == "value at 0")
  }
}

@Suite struct KerasInverseTimeDecayTests {
  private func json(_ members: String) -> String {
    #"{"type": "keras.InverseTimeDecay", "initial_learning_rate": 1.0, \#(members)}"#
  }

  @Test func `falls like the inverse of time, or in steps`() throws {
    #expect(try Stepping.rates(json(#""decay_steps": 2, "decay_rate": 2"#), count: 4) == [1, 0.5, 1.0 / 3, 0.25])
    let staircase = json(#""decay_steps": 2, "decay_rate": 1, "staircase": true"#)
    #expect(try Stepping.rates(staircase, count: 5) == [1, 1, 0.5, 0.5, 1.0 / 3])
  }
}

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
