import Testing

@testable import Schedules

@Suite struct TFCosineDecayRestartsTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""first_decay_steps": 3, "m_mul": 0.5, "alpha": 0.1"#
    let rates = try Stepping.rates(
      #"{"type": "tf.cosine_decay_restarts", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.CosineDecayRestarts", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}

@Suite struct TFCosineDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 9, "alpha": 0.1"#
    let rates = try Stepping.rates(#"{"type": "tf.cosine_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.CosineDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}

@Suite struct TFDirectPowerDecayTests {
  @Test func `is a power of the step, from step 1`() throws {
    let json = #"{"type": "tf.DirectPowerDecay", "initial_learning_rate": 4, "power": -0.5}"#
    expect(try Stepping.rates(json, count: 5), near: [4, 4, 2.828427, 2.309401, 2])
  }
}

@Suite struct TFExponentialDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 4, "decay_rate": 0.3, "staircase": true"#
    let rates = try Stepping.rates(#"{"type": "tf.exponential_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.ExponentialDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}

@Suite struct TFInverseTimeDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 4, "decay_rate": 0.3"#
    let rates = try Stepping.rates(#"{"type": "tf.inverse_time_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.InverseTimeDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}

@Suite struct TFLinearCosineDecayTests {
  @Test func `falls along a wave under a line`() throws {
    let json =
      #"{"type": "tf.linear_cosine_decay", "learning_rate": 1, "decay_steps": 4, "num_periods": 1, "beta": 0.1}"#
    expect(try Stepping.rates(json, count: 7), near: [1.1, 0.475, 0.1, 0.225, 0.1, 0.1, 0.1])
  }
}

@Suite struct TFLinearWarmupTests {
  private func json(_ after: String) -> String {
    #"{"type": "tf.LinearWarmup", "after_warmup_lr_sched": \#(after), "warmup_steps": 2, "warmup_learning_rate": 1}"#
  }

  @Test func `leads to where the schedule is by then`() throws {
    let line =
      #"{"type": "keras.PolynomialDecay", "initial_learning_rate": 8, "decay_steps": 8, "end_learning_rate": 0}"#
    #expect(try Stepping.rates(json(line), count: 6) == [1, 3.5, 6, 5, 4, 3])
    let node = try Stepping(json(line)).node
    #expect(node.phases.map(\.start) == [0, 2, 8])
    #expect(node.scheduler.length == 8)
  }

  @Test func `leads to a rate`() throws {
    #expect(try Stepping.rates(json("3"), count: 5) == [1, 2, 3, 3, 3])
  }

  @Test func `leads to no schedule that has a memory`() {
    #expect(refusal(json(#"{"type": "ExponentialLR", "gamma": 0.5}"#)) == #"value at "ExponentialLR""#)
    #expect(refusal(json("true")) == "value at true")
  }
}

@Suite struct TFNaturalExpDecayTests {
  private func rates(_ members: String) throws -> [Double] {
    let json = #"{"type": "tf.natural_exp_decay", "learning_rate": 1, "decay_rate": 0.5, \#(members)}"#
    return try Stepping.rates(json, count: 6)
  }

  @Test func `decays by powers of e`() throws {
    expect(try rates(#""decay_steps": 10"#), near: [1, 0.951229, 0.904837, 0.860708, 0.818731, 0.778801])
    expect(try rates(#""decay_steps": 2, "staircase": true"#), near: [1, 1, 0.606531, 0.606531, 0.367879, 0.367879])
  }
}

@Suite struct TFNoisyLinearCosineDecayTests {
  private func rates(_ variance: Double) throws -> [Double] {
    let json = #"""
      {"type": "tf.noisy_linear_cosine_decay", "learning_rate": 1, "decay_steps": 400, "initial_variance": \#(variance),
       "variance_decay": 0}
      """#
    return try Stepping.rates(json, count: 401)
  }

  @Test func `without variance has no noise`() throws {
    let quiet = #"{"type": "tf.linear_cosine_decay", "learning_rate": 1, "decay_steps": 400}"#
    #expect(try rates(0) == Stepping.rates(quiet, count: 401))
  }

  @Test func `has the same noise each time`() throws {
    let noisy = try rates(0.01)
    #expect(try noisy == rates(0.01))
    #expect(try noisy != rates(0))
  }

  @Test func `has noise of the variance that is given`() throws {
    // Divided by the wave that the noise is multiplied with, where that is not small.
    let quiet = try rates(0)
    let noise = try rates(0.04)[..<200].enumerated().map { step, rate in
      (rate - quiet[step]) / Fall.cosine(Double(step) / 400)
    }
    let variance = noise.map { $0 * $0 }.reduce(0, +) / 200
    #expect(abs(variance - 0.04) < 0.01)
  }
}

@Suite struct TFPiecewiseConstantTests {
  private func json(_ boundaries: String) -> String {
    #"{"type": "tf.piecewise_constant", "boundaries": \#(boundaries), "values": [1, 0.5, 0.1]}"#
  }

  @Test func `changes one step after a boundary`() throws {
    #expect(try Stepping.rates(json("[2, 4]"), count: 6) == [1, 1, 1, 0.5, 0.5, 0.1])
    #expect(try Stepping.rates(json("[2, 2]"), count: 4) == [1, 1, 1, 0.1])
  }

  @Test(arguments: [("[4, 2]", "value at [4, 2]"), ("[2.5, 4]", "value at 2.5"), ("[3]", "value at [3]")])
  func `refuses`(boundaries: String, expected: String) {
    #expect(refusal(json(boundaries)) == expected)
  }
}

@Suite struct TFPolynomialDecayTests {
  @Test func `gives the curve of its Keras cousin`() throws {
    let members = #""decay_steps": 4, "end_learning_rate": 0.1, "power": 2, "cycle": true"#
    let rates = try Stepping.rates(#"{"type": "tf.polynomial_decay", "learning_rate": 0.5, \#(members)}"#, count: 12)
    let cousins = try Stepping.rates(
      #"{"type": "keras.PolynomialDecay", "initial_learning_rate": 0.5, \#(members)}"#, count: 12)
    #expect(rates == cousins)
  }
}

@Suite struct TFPolynomialWarmUpTests {
  private func json(_ steps: Int) -> String {
    #"{"type": "tf.PolynomialWarmUp", "after_warmup_lr_sched": 16, "warmup_steps": \#(steps), "power": 2}"#
  }

  @Test func `rises along a power, from step 1`() throws {
    #expect(try Stepping.rates(json(4), count: 6) == [1, 1, 4, 9, 16, 16])
    #expect(try Stepping.rates(json(0), count: 2) == [16, 16])
  }
}

@Suite struct TFPowerAndLinearDecayTests {
  private func rates(_ members: String, count: Int) throws -> [Double] {
    let json = #"{"type": "tf.PowerAndLinearDecay", "initial_learning_rate": 1, "total_decay_steps": 8, \#(members)}"#
    return try Stepping.rates(json, count: count)
  }

  @Test func `comes down along a line in the end`() throws {
    #expect(
      try rates(#""power": 0, "linear_decay_fraction": 0.5"#, count: 10) == [1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0])
    #expect(try rates(#""power": 1, "linear_decay_fraction": 0, "offset": 2"#, count: 6) == [1, 1, 1, 1, 2, 3])
  }
}

@Suite struct TFPowerDecayWithOffsetTests {
  @Test func `never exceeds what it holds before the offset`() throws {
    let json = #"""
      {"type": "tf.PowerDecayWithOffset", "initial_learning_rate": 4, "power": -1, "offset": 2,
       "pre_offset_learning_rate": 3}
      """#
    #expect(try Stepping.rates(json, count: 7) == [3, 3, 3, 3, 2, 4.0 / 3, 1])
  }
}

@Suite struct TFStepCosineDecayWithOffsetTests {
  private func json(_ boundaries: String) -> String {
    #"{"type": "tf.StepCosineDecayWithOffset", "boundaries": \#(boundaries), "values": [1, 0.5]}"#
  }

  @Test func `goes from value to value along waves`() throws {
    expect(try Stepping.rates(json("[0, 4]"), count: 4), near: [1, 0.926777, 0.75, 0.573223])
  }

  @Test func `is refused where it would divide by zero, and without values`() {
    #expect(refusal(json("[0, 4]"), steps: 4) == #"run at "tf.StepCosineDecayWithOffset""#)
    #expect(refusal(json("[0]")) == "value at [0]")
  }
}
