import Testing

@testable import Schedules

/// Values of NeMo's classes in ten steps, with 3 of warm-up and min_lr 0.1.
@Suite struct NeMoTests {
  @Test(arguments: [
    (
      #""SquareAnnealing", "min_lr": 0.1"#,
      [0.25, 0.5, 0.75, 1, 0.734694, 0.510204, 0.326531, 0.183673, 0.1, 0.1, 0.1, 0.1]
    ),
    (#""SquareRootAnnealing", "min_lr": 0.1"#, [0.25, 0.5, 0.75, 1, 0.774597, 0.707107]),
    (#""CosineAnnealing", "min_lr": 0.1"#, [0.25, 0.5, 0.75, 1, 0.955436]),
    (
      #""CosineAnnealing", "min_lr": 0.1, "constant_steps": 2"#,
      [0, 0.333333, 0.666667, 1, 0.914058, 0.689058, 0.410942, 0.185942, 0.1, 0.1, 0.1]
    ),
    (#""NoamHoldAnnealing", "hold_steps": 2"#, [0.25, 0.5, 0.75, 1, 1, 1, 0.866025]),
    (#""WarmupAnnealing", "min_lr": 0.3"#, [0.25, 0.5, 0.75, 1, 0.9, 0.8]),
    (#""PolynomialDecayAnnealing", "min_lr": 0.1, "power": 2"#, [0.25, 0.5, 0.75, 1, 0.761224, 0.559184]),
    (
      #""PolynomialHoldDecayAnnealing", "min_lr": 0.1, "power": 2, "hold_steps": 2"#,
      [0.25, 0.5, 0.75, 1, 1, 1, 0.676, 0.424]
    ),
    (
      #""WarmupHoldAnnealOneMinusSquareRoot", "min_lr": 0.1, "hold_steps": 2"#,
      [0.25, 0.5, 0.75, 1, 1, 1, 0.552786, 0.367544]
    ),
    (
      #""WarmupHoldAnnealLinear", "min_lr": 0.1, "hold_steps": 2"#, [0.25, 0.5, 0.75, 1, 1, 1, 0.82, 0.64]
    ),
    (
      #""InverseSquareRootAnnealing""#,
      [0.25, 0.5, 0.75, 1, 0.894427, 0.816497, 0.755929, 0.707107, 0.666667, 0.632456, 0.603023, 0]
    ),
  ])
  func `follows`(name: String, rates: [Double]) throws {
    let json = #"{"type": "nemo.\#(name.dropFirst()), "max_steps": 10, "warmup_steps": 3}"#
    expect(try Stepping.rates(json, count: rates.count), near: rates)
  }

  @Test func `T5 and Noam begin as they do`() throws {
    let five = #"{"type": "nemo.T5InverseSquareRootAnnealing", "max_steps": 10, "constant_steps": 3}"#
    expect(try Stepping.rates(five, count: 5), near: [0.57735, 0.57735, 0.57735, 0.57735, 0.5])
    let noam = #"{"type": "nemo.NoamAnnealing", "d_model": 64, "max_steps": 10, "warmup_steps": 3}"#
    expect(try Stepping.rates(noam, count: 3), near: [0.024056, 0.024056, 0.048113])
  }

  @Test func `cuts a warm-up by ratio to whole steps`() throws {
    let json = #"{"type": "nemo.WarmupAnnealing", "max_steps": 10, "warmup_ratio": 0.39}"#
    expect(try Stepping.rates(json, count: 4), near: [0.25, 0.5, 0.75, 1])
  }

  @Test(arguments: [
    (#""nemo.WarmupAnnealing", "warmup_steps": 1, "warmup_ratio": 0.1"#, "param at 0.1"),
    (#""nemo.CosineAnnealing", "min_lr": 2"#, "value at 2"),
    (#""nemo.NoamHoldAnnealing", "hold_steps": 2"#, #"value at "nemo.NoamHoldAnnealing""#),
  ])
  func `refuses`(members: String, expected: String) throws {
    let json = #"{"type": \#(members)}"#
    #expect(refusal(json) == expected)
  }
}
