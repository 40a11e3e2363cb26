import Testing

@testable import Schedules

@Suite struct FairseqPassThroughTests {
  @Test func `hands every update on`() throws {
    let inner = #"{"type": "StepLR", "step_size": 2, "gamma": 0.5}"#
    let json = #"{"type": "fairseq.pass_through", "lr_scheduler": \#(inner)}"#
    #expect(try Stepping.rates(json, count: 5) == (try Stepping.rates(inner, count: 5)))
    #expect(try spec(#"{"epochs": 3, "scheduler": \#(json)}"#).plans[0].nodes[0].interval == .step)
  }

  @Test func `begins as its scheduler does in a sequence`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ConstantLR", "factor": 0.5, "total_iters": 9},
       {"type": "fairseq.pass_through", "lr_scheduler": {"type": "StepLR", "step_size": 2, "gamma": 0.5}}]}
      """#
    #expect(try Stepping.rates(json, count: 6) == [0.5, 0.5, 1, 1, 0.5, 0.5])
  }
}
