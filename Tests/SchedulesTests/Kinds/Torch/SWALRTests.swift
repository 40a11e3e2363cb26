import Testing

@testable import Schedules

@Suite struct SWALRTests {
  @Test func `anneals along a half cosine, then holds`() throws {
    let rates = try Stepping.rates(#"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 4}"#, count: 6)
    expect(rates, near: [1, 0.860876, 0.525, 0.189124, 0.05, 0.05])
  }

  @Test func `anneals along a line`() throws {
    let json = #"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 4, "anneal_strategy": "linear"}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.7625, 0.525, 0.2875, 0.05, 0.05])
  }

  @Test func `is there at once when it takes no epochs`() throws {
    let rates = try Stepping.rates(#"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 0}"#, count: 3)
    #expect(rates == [0.05, 0.05, 0.05])
  }
}
