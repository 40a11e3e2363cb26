import Testing

@testable import Schedules

@Suite struct FvcoreStepWithFixedGammaParamSchedulerTests {
  @Test func `drops so many times in equal stretches`() throws {
    let json = #"""
      {"type": "fvcore.step-gamma", "base_value": 2, "num_decays": 2, "gamma": 0.5, "num_updates": 6, "max_iter": 6}
      """#
    #expect(try Stepping.rates(json, count: 6) == [2, 2, 1, 1, 0.5, 0.5])
  }

  @Test(arguments: [("base_value", "0"), ("num_decays", "0"), ("gamma", "0"), ("num_updates", "0")])
  func `wants positive values`(parameter: String, value: String) {
    let given = ["base_value", "num_decays", "gamma", "num_updates"].map {
      "\"\($0)\": \($0 == parameter ? value : "1")"
    }
    #expect(refusal(#"{"type": "fvcore.step-gamma", \#(given.joined(separator: ", "))}"#) == "value at 0")
  }
}
