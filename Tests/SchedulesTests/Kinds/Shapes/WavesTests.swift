import Testing

@testable import Schedules

@Suite struct SlantedTriangularTests {
  private static func json(_ members: String) -> String { #"{"type": "slanted-triangular", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 10, "cut_frac": 0.2"#,
      [0.03125, 0.515625, 1, 0.878906, 0.757812, 0.636719, 0.515625, 0.394531, 0.273438, 0.152344, 0.03125, 0.03125]
    ),
    (#""total_steps": 5, "ratio": 4"#, [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.25]),
  ])
  func `rises steeply and falls slowly`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""cut_frac": 1.0"#, #"value at 1.0"#),
    (#""ratio": 0.5"#, #"value at 0.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct SawtoothTests {
  private static func json(_ members: String) -> String { #"{"type": "sawtooth", \#(members)}"# }

  @Test(arguments: [
    (#""cycle_steps": 4, "gamma": 0.5, "min_ratio": 0.2"#, [1, 0.8, 0.6, 0.4, 0.5, 0.4, 0.3, 0.2, 0.25, 0.2]),
    (#""cycle_steps": 1"#, [1, 1, 1]),
    (#""cycle_steps": 2, "gamma": 0"#, [1, 0.5, 0, 0]),
  ])
  func `jumps back to the peak, or a lower one`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""gamma": 0.5"#, #"param at "sawtooth""#),
    (#""cycle_steps": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct FractalChebyshevTests {
  private static func json(_ members: String) -> String { #"{"type": "chebyshev", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 8"#, [0.920415, 0.100872, 0.216352, 0.156791, 0.568703, 0.108206, 0.333341, 0.124999, 0.920415]),
    (#""total_steps": 2, "condition": 4"#, [0.694763, 0.280847]),
    (#""total_steps": 1, "condition": 1"#, [1, 1]),
  ])
  func `goes through Chebyshev's rates in the fractal order`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 12"#, #"value at 12"#),
    (#""condition": 10"#, #"value at "chebyshev""#),
    (#""condition": 0.5"#, #"value at 0.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct RangeTestTests {
  private static func json(_ members: String) -> String { #"{"type": "range-test", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "start_lr": 1e-4, "end_lr": 1"#, [0.0001, 0.001, 0.01, 0.1, 1, 1]),
    (#""total_steps": 4, "start_lr": 0.1, "end_lr": 1, "growth": "linear""#, [0.1, 0.325, 0.55, 0.775, 1, 1]),
  ])
  func `rises, and stays at its end`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""start_lr": 0"#, #"value at 0"#),
    (#""growth": "cubic""#, #"value at "cubic""#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
