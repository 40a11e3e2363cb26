import Testing

@testable import Schedules

@Suite struct FvcoreCompositeParamSchedulerTests {
  private static let parts = #"""
    "schedulers": [{"type": "fvcore.linear", "start_value": 0, "end_value": 1},
                   {"type": "fvcore.linear", "start_value": 1, "end_value": 0}]
    """#

  @Test func `gives each its part of the training, or the whole`() throws {
    func rates(_ scaling: String) throws -> [Double] {
      try Stepping.rates(
        #"""
        {"type": "fvcore.composite", \#(Self.parts), "lengths": [0.5, 0.5], "interval_scaling": ["rescaled", "\#(scaling)"],
         "max_iter": 8}
        """#, count: 8)
    }
    #expect(try rates("rescaled") == [0, 0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25])
    #expect(try rates("fixed") == [0, 0.25, 0.5, 0.75, 0.5, 0.375, 0.25, 0.125])
  }

  @Test(arguments: [
    (#""lengths": [1], "interval_scaling": ["fixed", "fixed"]"#, "value at [1]"),
    (#""lengths": [0.5, 0.4], "interval_scaling": ["fixed", "fixed"]"#, "value at [0.5, 0.4]"),
    (#""lengths": [0.5, 0.5], "interval_scaling": ["fixed", "loose"]"#, #"value at "loose""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fvcore.composite", \#(Self.parts), \#(parameters)}"#) == expected)
  }

  @Test(arguments: [#"{"type": "StepLR", "step_size": 3}"#, #"{"type": "fvcore.constant", "value": 1, "max_iter": 3}"#])
  func `holds only param schedulers without an end of their own`(child: String) {
    let json = #"""
      {"type": "fvcore.composite", "schedulers": [\#(child)], "lengths": [1], "interval_scaling": ["fixed"]}
      """#
    #expect(refusal(json).hasPrefix("value at"))
  }

  @Test func `calls its parts by what they are, and shows theirs`() throws {
    let json = #"""
      {"type": "fvcore.composite", "max_iter": 20, "lengths": [0.2, 0.8], "interval_scaling": ["rescaled", "fixed"],
       "schedulers": [{"type": "fvcore.linear", "start_value": 0, "end_value": 1},
                      {"type": "fvcore.step", "num_updates": 1, "values": [1, 0.1]}]}
      """#
    #expect(
      try Stepping(json).node.phases == [
        Phase(start: 0, motion: .moves, label: "line"), Phase(start: 4, motion: .jumps, label: "step 1"),
        Phase(start: 10, motion: .jumps, label: "step 2"),
      ])
  }
}

@Suite struct FvcoreConstantParamSchedulerTests {
  @Test func `has one value, whatever the base rate, and ends with the training`() throws {
    let json = #"{"type": "fvcore.ConstantParamScheduler", "value": 0.5, "max_iter": 3}"#
    #expect(try Stepping.rates(json, count: 3) == [0.5, 0.5, 0.5])
    #expect(refusal(json, steps: 3) == "run at \"fvcore.ConstantParamScheduler\"")
  }
}

@Suite struct FvcoreCosineParamSchedulerTests {
  @Test func `falls along a half cosine, and comes back after the end`() throws {
    let json = #"{"type": "fvcore.cosine", "start_value": 1, "end_value": 0.1, "max_iter": 4}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.868198, 0.55, 0.231802, 0.1, 0.231802])
  }

  @Test func `takes the run's length for the training's`() throws {
    let json = #"{"type": "fvcore.cosine", "start_value": 1, "end_value": 0}"#
    expect(try Stepping.rates(json, count: 2, runLength: 2), near: [1, 0.5])
  }
}

@Suite struct FvcoreExponentialParamSchedulerTests {
  @Test func `spreads the factor over the training`() throws {
    let json = #"{"type": "fvcore.ExponentialParamScheduler", "start_value": 2, "decay": 0.25, "max_iter": 4}"#
    expect(try Stepping.rates(json, count: 5), near: [2, 1.414214, 1, 0.707107, 0.5])
  }

  @Test func `refuses a negative factor between two whole trainings`() {
    let json = #"{"type": "fvcore.ExponentialParamScheduler", "start_value": 2, "decay": -0.25, "max_iter": 4}"#
    #expect(refusal(json, steps: 1) == "run at \"fvcore.ExponentialParamScheduler\"")
  }
}

@Suite struct FvcoreLinearParamSchedulerTests {
  @Test func `goes from one value to the other, and on`() throws {
    let json = #"{"type": "fvcore.linear", "start_value": 1, "end_value": 0, "max_iter": 4}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 0.75, 0.5, 0.25, 0, -0.25])
  }
}

@Suite struct FvcoreMultiStepParamSchedulerTests {
  @Test(arguments: [
    #""milestones": [2, 5], "num_updates": 6"#, #""milestones": [2, 5, 6]"#,
  ])
  func `takes the end from num_updates or from the last milestone`(given: String) throws {
    let json = #"{"type": "fvcore.multistep", "values": [1, 0.5, 0.1], \#(given), "max_iter": 6}"#
    #expect(try Stepping.rates(json, count: 7) == [1, 1, 0.5, 0.5, 0.5, 0.1, 0.1])
  }

  @Test func `makes equal parts without milestones`() throws {
    let json = #"{"type": "fvcore.multistep", "values": [1, 0.5], "num_updates": 5, "max_iter": 5}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 1, 0.5, 0.5])
  }

  @Test func `reads milestones as fractions of num_updates`() throws {
    let json =
      #"{"type": "fvcore.multistep", "values": [1, 0.5], "num_updates": 50, "milestones": [20], "max_iter": 5}"#
    #expect(try Stepping.rates(json, count: 4) == [1, 1, 0.5, 0.5])
  }

  @Test(arguments: [
    (#""values": [1]"#, #"param at "fvcore.multistep""#), (#""values": [], "num_updates": 3"#, "value at []"),
    (#""values": [1, 2], "num_updates": 3, "milestones": [1, 2]"#, "value at [1, 2]"),
    (#""values": [1, 2, 3], "num_updates": 3, "milestones": [2, 1]"#, "value at [2, 1]"),
    (#""values": [1, 2], "num_updates": 3, "milestones": [3]"#, "value at [3]"),
    (#""values": [1, 2], "num_updates": 1, "milestones": [1]"#, "value at 1"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fvcore.multistep", \#(parameters)}"#) == expected)
  }
}

@Suite struct FvcorePolynomialDecayParamSchedulerTests {
  @Test func `falls along a square`() throws {
    let json = #"{"type": "fvcore.PolynomialDecayParamScheduler", "base_value": 2, "power": 2, "max_iter": 4}"#
    #expect(try Stepping.rates(json, count: 5) == [2, 1.125, 0.5, 0.125, 0])
  }
}

@Suite struct FvcoreStepParamSchedulerTests {
  @Test func `has equal parts, whatever num_updates is`() throws {
    let json = #"{"type": "fvcore.step", "num_updates": 99, "values": [1, 0.5, 0.1], "max_iter": 6}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.5, 0.1, 0.1])
    #expect(refusal(json, steps: 6) == "run at \"fvcore.step\"")
  }

  @Test(arguments: [
    (#""num_updates": 0, "values": [1]"#, "value at 0"), (#""num_updates": 1, "values": []"#, "value at []"),
    (#""values": [1]"#, #"param at "fvcore.step""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fvcore.step", \#(parameters)}"#) == expected)
  }
}

@Suite struct FvcoreStepWithFixedGammaParamSchedulerTests {
  @Test func `drops so many times in equal parts`() throws {
    let json = #"""
      {"type": "fvcore.step-gamma", "base_value": 2, "num_decays": 2, "gamma": 0.5, "num_updates": 6, "max_iter": 6}
      """#
    #expect(try Stepping.rates(json, count: 6) == [2, 2, 1, 1, 0.5, 0.5])
  }

  @Test(arguments: [("base_value", "0"), ("num_decays", "0"), ("gamma", "0"), ("num_updates", "0")])
  func `wants positive values`(parameter: String, value: String) {
    let given = ["base_value", "num_decays", "gamma", "num_updates"].map {
      "\"\($0)\": \($0 == parameter ? value : "1")"
    }
    #expect(refusal(#"{"type": "fvcore.step-gamma", \#(given.joined(separator: ", "))}"#) == "value at 0")
  }
}
