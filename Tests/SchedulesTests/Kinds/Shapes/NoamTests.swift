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
    (#""warmup_steps": 4.0"#, #"value at 4.0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
