import Testing

@testable import Schedules

@Suite struct MXNetMultiFactorSchedulerTests {
  @Test func `drops after each step`() throws {
    let json = #"{"type": "mxnet.MultiFactorScheduler", "step": [1, 3], "factor": 0.5, "base_lr": 2}"#
    #expect(try Stepping.rates(json, count: 6) == [2, 2, 1, 1, 0.5, 0.5])
  }

  @Test(arguments: ["[]", "[3, 3]", "[5, 3]"])
  func `refuses lists that do not increase`(steps: String) {
    #expect(refusal(#"{"type": "mxnet.MultiFactorScheduler", "step": \#(steps)}"#) == "value at \(steps)")
  }
}
