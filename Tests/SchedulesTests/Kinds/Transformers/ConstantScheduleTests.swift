import Testing

@testable import Schedules

@Suite struct ConstantScheduleTests {
  @Test(arguments: ["", #", "num_warmup_steps": 3"#, #", "num_warmup_steps": null, "num_training_steps": 2"#])
  func `keeps the base rate, whatever lengths it is given`(more: String) throws {
    #expect(try Stepping.rates(#"{"type": "transformers.constant"\#(more)}"#, count: 4) == [1, 1, 1, 1])
  }

  @Test func `overwrites what comes before it in a chain`() throws {
    let json = #"""
      {"type": "ChainedScheduler",
       "schedulers": [{"type": "ExponentialLR", "gamma": 0.5}, {"type": "transformers.constant"}]}
      """#
    #expect(try Stepping.rates(json, count: 3) == [1, 1, 1])
  }
}
