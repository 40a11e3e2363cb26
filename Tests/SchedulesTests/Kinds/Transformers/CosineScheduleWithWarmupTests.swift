import Testing

@testable import Schedules

@Suite struct CosineScheduleWithWarmupTests {
  private let json = #"{"type": "transformers.cosine", "num_warmup_steps": 3, "num_training_steps": 11"#

  @Test func `rises to the base rate at W, falls to zero at T, and rises again`() throws {
    let fall = [1, 0.96194, 0.853553, 0.691342, 0.5, 0.308658, 0.146447, 0.03806, 0, 0.03806]
    expect(try Stepping.rates(json + "}", count: 13), near: [0, 0.333333, 0.666667] + fall)
  }

  @Test func `goes down and up in each wave`() throws {
    let rates = try Stepping.rates(json + #", "num_cycles": 2}"#, count: 12)
    expect(Array(rates.suffix(9)), near: [1, 0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1])
  }

  @Test func `jumps to and fro behind a warm-up that takes the whole run`() throws {
    let json = #"{"type": "transformers.cosine", "num_warmup_steps": 2, "num_training_steps": 2}"#
    expect(try Stepping.rates(json, count: 5), near: [0, 0.5, 1, 0, 1])
  }

  @Test func `is a rule of its own step inside torch's combinators`() throws {
    let sequence = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5}, \#(json)}]}
      """#
    expect(try Stepping.rates(sequence, count: 6), near: [1, 0.5, 0, 0.333333, 0.666667, 1])
    let chain = #"{"type": "ChainedScheduler", "schedulers": [{"type": "ExponentialLR", "gamma": 0.5}, \#(json)}]}"#
    expect(try Stepping.rates(chain, count: 4), near: [0, 0.333333, 0.666667, 1])
  }

  @Test func `refuses waves beyond all numbers when it comes to them`() {
    #expect(refusal(json + #", "num_cycles": 1e308}"#, steps: 3) == "nothing")
    #expect(refusal(json + #", "num_cycles": 1e308}"#, steps: 4) == #"run at "transformers.cosine""#)
  }
}
