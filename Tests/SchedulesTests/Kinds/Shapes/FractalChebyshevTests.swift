import Testing

@testable import Schedules

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
