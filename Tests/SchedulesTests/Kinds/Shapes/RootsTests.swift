import Testing

@testable import Schedules

@Suite struct NoamTests {
  private static func json(_ members: String) -> String { #"{"type": "noam", \#(members)}"# }

  @Test(arguments: [
    (#""warmup_steps": 4"#, [0.25, 0.5, 0.75, 1, 0.894427, 0.816497, 0.755929, 0.707107]),
    (#""warmup_steps": 4, "scale": 2"#, [0.5, 1, 1.5, 2, 1.788854]),
    (#""warmup_steps": 1"#, [1, 0.707107, 0.57735, 0.5]),
  ])
  func `warms up to the base rate without d_model`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `is the paper's with d_model, whatever the base rate`() throws {
    let rates = try Stepping.rates(Self.json(#""d_model": 512"#), count: 8001, lr: 7)
    let paper = [(0, 1.746928107421711e-07), (3999, 0.0006987712429686843), (7999, 0.0004941058844013093)]
    for (step, rate) in paper { #expect(abs(rates[step] / rate - 1) < 1e-15) }
  }

  @Test(arguments: [
    (#""warmup_steps": 0"#, #"value at 0"#),
    (#""d_model": 0"#, #"value at 0"#),
    (#""warmup_steps": 4.5"#, #"value at 4.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct NoamHoldTests {
  private static func json(_ members: String) -> String { #"{"type": "noam-hold", \#(members)}"# }

  @Test(arguments: [
    (#""warmup_steps": 4, "hold_steps": 2, "decay_rate": 1"#, [0, 0.25, 0.5, 0.75, 1, 1, 1, 0.8, 0.666667, 0.571429]),
    (
      #""warmup_steps": 4, "hold_steps": 2, "min_ratio": 0.6"#,
      [0, 0.25, 0.5, 0.75, 1, 1, 1, 0.894427, 0.816497, 0.755929, 0.707107, 0.666667, 0.632456, 0.603023, 0.6]
    ),
  ])
  func `holds the peak, and falls with a power of time`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""hold_steps": 2"#, #"param at "noam-hold""#),
    (#""warmup_steps": 2, "decay_rate": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct InverseSqrtTests {
  private static func json(_ members: String) -> String { #"{"type": "inverse-sqrt", \#(members)}"# }

  @Test(arguments: [
    (#""warmup_steps": 4"#, [0, 0.25, 0.5, 0.75, 1, 0.894427, 0.816497, 0.755929, 0.707107, 0.666667]),
    (#""hold_steps": 3, "timescale": 4"#, [1, 1, 1, 1, 0.894427, 0.816497, 0.755929, 0.707107]),
    (
      #""total_steps": 12, "warmup_steps": 3, "decay_steps": 4, "min_ratio": 0.1"#,
      [
        0, 0.333333, 0.666667, 1, 0.866025, 0.774597, 0.707107, 0.654654, 0.612372, 0.484279, 0.356186, 0.228093, 0.1,
        0.1,
      ]
    ),
    (#""warmup_steps": 2, "min_ratio": 0.8"#, [0, 0.5, 1, 0.816497, 0.8, 0.8]),
  ])
  func `falls with the inverse root of time`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `has T5's timescale without a warm-up`() throws {
    let rates = try Stepping.rates(Self.json(#""hold_steps": 10000"#), count: 40_001, lr: 0.01)
    #expect(rates[10_000] == 0.01 && rates[40_000] == 0.005)
  }

  @Test(arguments: [
    (#""timescale": 0.5"#, #"value at 0.5"#),
    (#""total_steps": 9, "warmup_steps": 6, "decay_steps": 4"#, #"value at 9"#),
    (#""warmup_steps": 99, "decay_steps": 2"#, #"value at "inverse-sqrt""#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct PowerSchedulerTests {
  private static func json(_ members: String) -> String { #"{"type": "power", \#(members)}"# }

  @Test(arguments: [
    (
      #""sequences_per_step": 8, "sequence_length": 1024, "warmup_steps": 4"#,
      [0, 0.045805, 0.091609, 0.137414, 0.183218, 0.16351]
    )
  ])
  func `warms up to where the power law stands`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `is a power of the tokens below the base rate`() throws {
    let rates = try Stepping.rates(
      Self.json(#""sequences_per_step": 8, "sequence_length": 1024"#), count: 1001, lr: 0.02)
    // 8 · 4.6 · (t · 8192)^−0.51
    #expect(rates[0] == 0.02 && rates[11] == 0.02)
    #expect(abs(rates[1000] / 0.010965260343921637 - 1) < 1e-14)
  }

  @Test func `comes down from wherever it is`() throws {
    let json = Self.json(
      #""sequences_per_step": 8, "sequence_length": 1024, "total_steps": 1004, "decay_steps": 4, "min_ratio": 0.01"#)
    let rates = try Stepping.rates(json, count: 1006, lr: 0.02)
    for (step, part) in [(1000, 1), (1001, 0.316227766), (1002, 0.1), (1003, 0.0316227766), (1004, 0.01), (1005, 0.01)]
    {
      #expect(abs(rates[step] / 0.010965260343921637 / part - 1) < 1e-9)
    }
  }

  @Test(arguments: [
    (#""total_steps": 9"#, #"param at "power""#),
    (#""sequences_per_step": 8, "exponent": 1"#, #"value at 1"#),
    (#""sequences_per_step": 8, "min_ratio": 0"#, #"value at 0"#),
    (#""sequences_per_step": 8, "total_steps": 9, "warmup_steps": 6, "decay_steps": 4"#, #"value at 9"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct EdenTests {
  private static func json(_ members: String) -> String { #"{"type": "eden", \#(members)}"# }

  @Test(arguments: [
    (#""lr_batches": 4, "lr_epochs": 1e9, "warmup_steps": 2"#, [0.5, 0.738719, 0.945742, 0.894427, 0.840896])
  ])
  func `falls by the batch where an epoch is a batch`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `counts epochs as the run has them`() throws {
    let json = #"""
      {"epochs": 3, "steps_per_epoch": 3, "optimizer": {"lr": 1},
       "scheduler": {"type": "eden", "lr_batches": 4, "lr_epochs": 2, "warmup_steps": 2}}
      """#
    var schedule = try Schedule(json: json)
    var rates: [Double] = []
    for _ in 0..<8 {
      rates.append(schedule.rate)
      try schedule.endStep()
    }
    expect(rates, near: [0.5, 0.738719, 0.945742, 0.845897, 0.795271, 0.747492, 0.626284, 0.592303])
  }

  @Test func `must know how long an epoch is`() {
    #expect(throws: (any Error).self) {
      try Schedule(json: #"{"scheduler": {"type": "eden", "lr_batches": 4, "lr_epochs": 2}}"#)
    }
  }

  @Test(arguments: [
    (#""lr_batches": 4"#, #"param at "eden""#),
    (#""lr_batches": 0, "lr_epochs": 1"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
