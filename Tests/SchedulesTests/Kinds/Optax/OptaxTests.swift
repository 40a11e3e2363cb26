import Testing

@testable import Schedules

@Suite struct OptaxConstantScheduleTests {
  @Test func `gives its value whatever the optimizer's rate`() throws {
    #expect(try Stepping.rates(#"{"type": "optax.constant_schedule", "value": 0.3}"#, count: 3) == [0.3, 0.3, 0.3])
  }
}

@Suite struct OptaxCosineDecayScheduleTests {
  private func json(_ members: String) -> String {
    #"{"type": "optax.cosine_decay_schedule", "init_value": 1, \#(members)}"#
  }

  @Test func `falls to a part of the first rate and holds it`() throws {
    let rates = try Stepping.rates(json(#""decay_steps": 4, "alpha": 0.1, "exponent": 2"#), count: 7)
    expect(rates, near: [1, 0.755698, 0.325, 0.119302, 0.1, 0.1, 0.1])
  }

  @Test func `refuses a length that is not positive`() {
    #expect(refusal(json(#""decay_steps": 0"#)) == "value at 0")
    #expect(refusal(json(#""alpha": 0"#)) == #"param at "optax.cosine_decay_schedule""#)
  }
}

@Suite struct OptaxCosineOnecycleScheduleTests {
  private func json(_ members: String) -> String {
    #"{"type": "optax.cosine_onecycle_schedule", "peak_value": 1, \#(members)}"#
  }

  @Test func `rises to the peak and falls far below the start`() throws {
    let rates = try Stepping.rates(json(#""transition_steps": 10, "final_div_factor": 100"#), count: 12)
    expect(Array(rates[..<5]), near: [0.04, 0.28, 0.76, 1, 0.950504])
    expect(Array(rates[10...]), near: [0.0004, 0.0004])
  }

  @Test func `refuses a length that is not positive`() {
    #expect(refusal(json(#""transition_steps": -2"#)) == "value at -2")
  }
}

@Suite struct OptaxExponentialDecayTests {
  private func rates(_ members: String, count: Int = 5) throws -> [Double] {
    try Stepping.rates(#"{"type": "optax.exponential_decay", "init_value": 1, \#(members)}"#, count: count)
  }

  @Test func `decays smoothly, or as a staircase`() throws {
    expect(try rates(#""transition_steps": 2, "decay_rate": 0.25"#), near: [1, 0.5, 0.25, 0.125, 0.0625])
    #expect(
      try rates(#""transition_steps": 2, "decay_rate": 0.25, "staircase": true"#) == [1, 1, 0.25, 0.25, 0.0625])
  }

  @Test func `is bounded below when it falls, and above when it grows`() throws {
    #expect(try rates(#""transition_steps": 1, "decay_rate": 0.5, "end_value": 0.2"#) == [1, 0.5, 0.25, 0.2, 0.2])
    #expect(try rates(#""transition_steps": 1, "decay_rate": 2, "end_value": 5"#) == [1, 2, 4, 5, 5])
    #expect(
      try rates(#""transition_steps": 1, "decay_rate": 0.5, "end_value": 3"#) == [3, 3, 3, 3, 3],
      "even before it begins")
  }

  @Test(arguments: [#""transition_steps": 0, "decay_rate": 0.5"#, #""transition_steps": 3, "decay_rate": 0"#])
  func `stays where it is without a length or a factor`(members: String) throws {
    #expect(try rates(members) == [1, 1, 1, 1, 1])
  }
}

@Suite struct OptaxLinearOnecycleScheduleTests {
  private func json(_ members: String) -> String {
    #"{"type": "optax.linear_onecycle_schedule", "peak_value": 1, \#(members)}"#
  }

  @Test func `rises, falls back and falls far below`() throws {
    let rates = try Stepping.rates(json(#""transition_steps": 10, "final_div_factor": 100"#), count: 12)
    expect(rates, near: [0.04, 0.36, 0.68, 1, 0.808, 0.616, 0.424, 0.232, 0.04, 0.0202, 0.0004, 0.0004])
  }

  @Test func `loses points that fall on one step`() throws {
    expect(try Stepping.rates(json(#""transition_steps": 1"#), count: 3), near: [0.0016, 1.6e-7, 1.6e-7])
  }

  @Test func `refuses a length that is not positive, and negative divisors`() {
    #expect(refusal(json(#""transition_steps": 0"#)) == "value at 0")
    #expect(refusal(json(#""transition_steps": 9, "final_div_factor": -1"#)) == "value at -1")
  }
}

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

@Suite struct OptaxPolynomialScheduleTests {
  private let json = #"""
    {"type": "optax.polynomial_schedule", "init_value": 1, "end_value": 0.1, "power": 2, "transition_steps": 4,
     "transition_begin": 2}
    """#

  @Test func `goes along a power of what is left`() throws {
    expect(try Stepping.rates(json, count: 8), near: [1, 1, 1, 0.60625, 0.325, 0.15625, 0.1, 0.1])
  }

  @Test func `names its phases, and has a length`() throws {
    let node = try Stepping(json).node
    #expect(node.phases.map(\.start) == [0, 2, 6])
    #expect(node.phases.map(\.label) == ["hold", "transition", "hold"])
    #expect(node.scheduler.length == 6)
  }
}

@Suite struct OptaxSgdrScheduleTests {
  private func json(_ cycles: String) -> String { #"{"type": "optax.sgdr_schedule", "cosine_kwargs": [\#(cycles)]}"# }

  private let cycle = #"{"init_value": 0, "peak_value": 1, "warmup_steps": 1, "decay_steps": 3}"#

  @Test func `joins cycles, and holds the end of the last`() throws {
    let second = #"{"init_value": 0.2, "peak_value": 0.5, "warmup_steps": 0, "decay_steps": 2, "end_value": 0.1}"#
    let rates = try Stepping.rates(json("\(cycle), \(second)"), count: 7)
    expect(rates, near: [0, 1, 0.5, 0.5, 0.3, 0.1, 0.1])
    let node = try Stepping(json("\(cycle), \(second)")).node
    #expect(node.phases.map(\.start) == [0, 1, 3])
    #expect(node.scheduler.length == 5)
  }

  @Test(arguments: [
    ("", "value at []"), ("3", "value at 3"), (#"{"decay_steps": 3}"#, "param at {"),
    (#"{"init_value": 0, "peak_value": 1, "warmup_steps": 3, "decay_steps": 3}"#, "value at 3"),
    (#"{"peek": 0, "init_value": 0, "peak_value": 1, "warmup_steps": 1, "decay_steps": 3}"#, #"param at "peek""#),
  ])
  func `refuses`(cycles: String, expected: String) {
    #expect(refusal(json(cycles)) == expected)
  }
}

@Suite struct OptaxWarmupConstantScheduleTests {
  private func json(_ steps: Int) -> String {
    #"{"type": "optax.warmup_constant_schedule", "init_value": 0, "peak_value": 1, "warmup_steps": \#(steps)}"#
  }

  @Test func `rises to the peak and holds it`() throws {
    #expect(try Stepping.rates(json(2), count: 5) == [0, 0.5, 1, 1, 1])
    #expect(try Stepping(json(2)).node.scheduler.length == 3)
  }

  @Test func `of no steps stays where it is`() throws {
    #expect(try Stepping.rates(json(0), count: 3) == [0, 0, 0])
  }
}

@Suite struct OptaxWarmupCosineDecayScheduleTests {
  private func json(warmup: Int, whole: Int) -> String {
    #"""
    {"type": "optax.warmup_cosine_decay_schedule", "init_value": 0, "peak_value": 1, "warmup_steps": \#(warmup),
     "decay_steps": \#(whole), "end_value": 0.1}
    """#
  }

  @Test func `counts the warm-up as a fraction of the whole`() throws {
    let node = json(warmup: 3, whole: 10)
    expect(
      try Stepping.rates(node, count: 12),
      near: [
        0, 0.333333, 0.666667, 1, 0.955436, 0.83057, 0.650134, 0.449866, 0.26943, 0.144564, 0.1, 0.1,
      ])
    #expect(try Stepping(node).node.scheduler.length == 10)
    #expect(try Stepping(node).node.phases.map(\.start) == [0, 3, 10])
  }

  @Test func `needs no warm-up`() throws {
    #expect(try Stepping.rates(json(warmup: 0, whole: 10), count: 1) == [1])
  }

  @Test func `refuses a warm-up as long as the whole`() {
    #expect(refusal(json(warmup: 10, whole: 10)) == "value at 10")
  }
}

@Suite struct OptaxWarmupExponentialDecayScheduleTests {
  @Test func `decays from the peak, counted from there`() throws {
    let json = #"""
      {"type": "optax.warmup_exponential_decay_schedule", "init_value": 0, "peak_value": 1, "warmup_steps": 2,
       "transition_steps": 2, "decay_rate": 0.25, "staircase": true, "transition_begin": 1, "end_value": 0.1}
      """#
    #expect(try Stepping.rates(json, count: 9) == [0, 0.5, 1, 1, 1, 0.25, 0.25, 0.1, 0.1])
    let node = try Stepping(json).node
    #expect(
      node.phases == [
        Phase(start: 0, motion: .moves, label: "warm-up"), Phase(start: 2, motion: .jumps, label: "decay"),
      ])
    #expect(node.scheduler.length == 5)
  }
}

@Suite struct OptaxInterpolationTests {
  private func json(_ scales: String) -> String {
    #"""
    {"type": "optax.piecewise_interpolate_schedule", "interpolate_type": "linear", "init_value": 1,
     "boundaries_and_scales": \#(scales)}
    """#
  }

  @Test func `interpolates between products of scales`() throws {
    let node = json(#"{"4": 0.5, "6": 4}"#)
    #expect(try Stepping.rates(node, count: 8) == [1, 0.875, 0.75, 0.625, 0.5, 1.25, 2, 2])
    #expect(try Stepping(node).node.phases.map(\.label) == ["fall", "rise", "hold"])
    #expect(try Stepping(node).node.scheduler.length == 6)
  }

  @Test func `takes points before 0 as they come`() throws {
    #expect(try Stepping.rates(json(#"{"-2": 2, "2": 3}"#), count: 1) == [4])
  }

  @Test func `refuses values that are no numbers`() {
    #expect(refusal(json(#"{"2": 1e300, "4": 1e300}"#)) != "nothing")
  }

  @Test func `lets a later point of a cycle take the place of an earlier one at its step`() throws {
    let json = #"""
      {"type": "optax.linear_onecycle_schedule", "transition_steps": 4, "peak_value": 25, "pct_start": 0.5,
       "pct_final": 0.5, "final_div_factor": 1}
      """#
    expect(try Stepping.rates(json, count: 5), near: [1, 0.52, 0.04, 0.04, 0.04])
  }

  @Test func `names the divisor that is zero`() {
    let json = #"{"type": "optax.linear_onecycle_schedule", "transition_steps": 9, "peak_value": 1, "div_factor": 0}"#
    #expect(refusal(json) == "value at 0")
  }
}
