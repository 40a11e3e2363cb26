import Testing

@testable import Schedules

@Suite struct CosineWarmupTests {
  private static func json(_ members: String) -> String { #"{"type": "cosine-warmup", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 8, "warmup_steps": 2"#, [0, 0.5, 1, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.1, 0.1]),
    (
      #""total_steps": 8, "warmup_steps": 2, "start_ratio": 0.25, "hold_steps": 2"#,
      [0.25, 0.625, 1, 1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1]
    ),
  ])
  func `warms up, holds, falls along a cosine and stays`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `takes the length of the run for its total`() throws {
    let rates = try Stepping.rates(Self.json(#""warmup_steps": 2"#), count: 10, runLength: 8)
    #expect(try rates == Stepping.rates(Self.json(#""warmup_steps": 2, "total_steps": 8"#), count: 10))
  }

  @Test func `is exactly the base rate at its peak, and exactly the ratio at its end`() throws {
    let rates = try Stepping.rates(
      Self.json(#""total_steps": 7, "warmup_steps": 3, "min_ratio": 0.3"#), count: 9, lr: 0.7)
    #expect(rates[3] == 0.7)
    #expect(rates[7] == 0.7 * 0.3 && rates[8] == rates[7])
  }

  @Test func `names its phases`() throws {
    let node = try Stepping(Self.json(#""total_steps": 9, "warmup_steps": 2, "hold_steps": 3"#)).node
    #expect(node.phases.map(\.label) == ["warm-up", "hold", "decay", "end"])
    #expect(node.phases.map(\.start) == [0, 2, 5, 9])
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "cosine-warmup""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
    (#""total_steps": 5, "warmup_steps": 2, "hold_steps": 3"#, #"value at 5"#),
  ])
  func `refuses what leaves no room to fall`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct FlatCosineTests {
  private static func json(_ members: String) -> String { #"{"type": "flat-cosine", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 8"#, [1, 1, 1, 1, 1, 1, 1, 0.5, 0, 0]),
    (
      #""total_steps": 8, "warmup_steps": 2, "flat_fraction": 0.5, "min_ratio": 0.2"#,
      [0, 0.5, 1, 1, 1, 0.882843, 0.6, 0.317157, 0.2, 0.2]
    ),
    (
      #""total_steps": 8, "warmup_steps": 4, "flat_fraction": 0.25"#,
      [0, 0.25, 0.5, 0.75, 1, 0.853553, 0.5, 0.146447, 0]
    ),
  ])
  func `stays, and falls in the last quarter`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "flat-cosine""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
    (#""total_steps": 5, "flat_fraction": 1.0"#, #"value at 1.0"#),
    (#""total_steps": 2, "flat_fraction": 0.9"#, #"value at 2"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct LinearToZeroTests {
  private static func json(_ members: String) -> String { #"{"type": "linear-to-zero", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 6, "warmup_steps": 2"#, [0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0]),
    (#""total_steps": 5, "min_ratio": 0.5"#, [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.5]),
  ])
  func `warms up and falls along a line`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "linear-to-zero""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct PolyTests {
  private static func json(_ members: String) -> String { #"{"type": "poly", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [1, 0.77189, 0.535887, 0.287175, 0, 0]),
    (
      #""total_steps": 6, "warmup_steps": 2, "power": 2, "min_ratio": 0.1"#,
      [0, 0.5, 1, 0.60625, 0.325, 0.15625, 0.1, 0.1]
    ),
  ])
  func `falls along a power of what is left`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "poly""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
    (#""power": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct OneMinusSqrtTests {
  private static func json(_ members: String) -> String { #"{"type": "one-minus-sqrt", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [1, 0.5, 0.292893, 0.133975, 0, 0]),
    (#""total_steps": 6, "warmup_steps": 2, "min_ratio": 0.2"#, [0, 0.5, 1, 0.6, 0.434315, 0.30718, 0.2, 0.2]),
  ])
  func `falls fast, then slower`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "one-minus-sqrt""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct RexTests {
  private static func json(_ members: String) -> String { #"{"type": "rex", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [1, 0.857143, 0.666667, 0.4, 0, 0]),
    (#""total_steps": 6, "warmup_steps": 2, "min_ratio": 0.1"#, [0, 0.5, 1, 0.871429, 0.7, 0.46, 0.1, 0.1]),
  ])
  func `falls slowly, then faster`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "rex""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct TanhDecayTests {
  private static func json(_ members: String) -> String { #"{"type": "tanh", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [0.999994, 0.999447, 0.952574, 0.182426, 0.002473, 0.002473]),
    (
      #""total_steps": 4, "lower": -7, "upper": 3, "min_ratio": 0.1"#,
      [0.999999, 0.999889, 0.983812, 0.342047, 0.102225, 0.102225]
    ),
  ])
  func `falls along a hyperbolic tangent`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "tanh""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct KDecayTests {
  private static func json(_ members: String) -> String { #"{"type": "k-decay", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "k": 1.5"#, [1, 0.96194, 0.722008, 0.273678, 0, 0]),
    (
      #""total_steps": 6, "warmup_steps": 2, "k": 2, "min_ratio": 0.1"#,
      [0, 0.5, 1, 0.991353, 0.868198, 0.462209, 0.1, 0.1]
    ),
  ])
  func `falls along a cosine of a power of the progress`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5"#, #"param at "k-decay""#),
    (#""k": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct HyperbolicLRTests {
  private static func json(_ members: String) -> String { #"{"type": "hyperbolic", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "upper_bound": 5, "min_ratio": 0.1"#, [1, 0.815321, 0.627301, 0.429953, 0.118184, 0.118184]),
    (
      #""total_steps": 6, "warmup_steps": 2, "upper_bound": 4, "min_ratio": 0.1"#,
      [0, 0.5, 1, 0.775, 0.55, 0.325, 0.1, 0.1]
    ),
  ])
  func `falls along a hyperbola`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "upper_bound": 4"#, #"value at 4"#),
    (#""upper_bound": 99"#, "value at 99"),
    (#""total_steps": 5"#, #"param at "hyperbolic""#),
    (#""total_steps": 5, "warmup_steps": 5, "upper_bound": 9"#, #"value at 5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct ExpHyperbolicLRTests {
  private static func json(_ members: String) -> String { #"{"type": "exp-hyperbolic", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "upper_bound": 5, "min_ratio": 0.01"#, [1, 0.388688, 0.148518, 0.054104, 0.010975, 0.010975]),
    (#""total_steps": 4, "upper_bound": 4, "min_ratio": 0.01"#, [1, 0.316228, 0.1, 0.031623, 0.01, 0.01]),
  ])
  func `falls along a hyperbola in its logarithm`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "upper_bound": 4, "min_ratio": 0.1"#, #"value at 4"#),
    (#""upper_bound": 200, "min_ratio": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
