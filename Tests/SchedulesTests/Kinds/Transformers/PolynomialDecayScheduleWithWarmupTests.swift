import Testing

@testable import Schedules

@Suite struct PolynomialDecayScheduleWithWarmupTests {
  private func json(_ more: String, warmUp: Int = 3) -> String {
    #"{"type": "transformers.polynomial", "num_warmup_steps": \#(warmUp), "num_training_steps": 11\#(more)}"#
  }

  @Test func `falls along a power to lr_end, and holds it`() throws {
    let rates = try Stepping.rates(json(#", "power": 2, "lr_end": 0.1"#), count: 14)
    let printed = [1, 0.789063, 0.60625, 0.451563, 0.325, 0.226563, 0.15625, 0.114063, 0.1, 0.1, 0.1]
    expect(Array(rates.dropFirst(3)), near: printed)
  }

  @Test func `ends other groups at the same part of their rate`() throws {
    var stepping = try Stepping(json(#", "lr_end": 0.1"#), optimizer: twoGroups())
    let last = try #require(try stepping.groups(13).last)
    expect(last.map(\.lr), near: [0.1, 0.2])
  }

  @Test(arguments: [
    (#", "lr_end": 1"#, 3, 0), (#", "lr_end": 5"#, 3, 0), ("", 11, 11), (#", "power": -1"#, 3, 11),
  ])
  func `refuses an end above the rate, no decay, and the reciprocal of zero`(more: String, warmUp: Int, steps: Int) {
    let json = json(more, warmUp: warmUp)
    #expect(refusal(json, steps: steps).hasSuffix(#" at "transformers.polynomial""#))
    if steps > 0 { #expect(refusal(json, steps: steps - 1) == "nothing") }
  }
}
