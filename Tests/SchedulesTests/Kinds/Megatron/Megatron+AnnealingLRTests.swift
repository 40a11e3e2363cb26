import Testing

@testable import Schedules

@Suite struct MegatronAnnealingLRTests {
  private func json(_ style: String) -> String {
    #"{"type": "megatron.AnnealingLR", "warmup_iter": 2, "total_iters": 10, "decay_style": "\#(style)"}"#
  }

  @Test(arguments: [
    ("linear", [0.9, 0.4]), ("cosine", [0.975528, 0.345492]), ("exponential", [0.933047, 0.659812]),
    ("constant", [1, 1]),
  ])
  func `has its first rate twice, and stops before the end`(style: String, printed: [Double]) throws {
    let rates = try Stepping.rates(json(style), count: 12)
    expect(Array(rates[..<4]), near: [0.5, 0.5, 1, printed[0]])
    expect(Array(rates[8...]), near: [printed[1], printed[1], printed[1], printed[1]])
  }

  @Test func `does not fall below its lowest rate`() throws {
    let json = #"""
      {"type": "megatron.annealing", "start_lr": 2, "warmup_iter": 0, "total_iters": 4, "min_lr": 1, "last_iter": 1}
      """#
    #expect(try Stepping.rates(json, count: 4) == [1.5, 1, 1, 1])
  }
}
