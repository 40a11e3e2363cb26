import Testing

@testable import Schedules

@Suite struct MMEngineOneCycleTests {
  private let json = #"{"type": "mmengine.OneCycleLR", "eta_max": 1, "total_steps": 10}"#

  @Test func `goes as torch's does, and leaves momentum alone`() throws {
    let rates = [0.04, 0.52, 1, 0.950485, 0.811746, 0.611262, 0.388742, 0.188258, 0.049519, 4e-6, 0.049519]
    expect(try Stepping.rates(json, count: 11), near: rates)
    #expect(try Stepping.momenta(json, count: 3) == [0.9, 0.9, 0.9])
  }

  @Test func `is as long as its window unless told otherwise`() throws {
    let rates = try Stepping.rates(#"{"type": "mmengine.onecycle", "eta_max": 1, "begin": 2, "end": 12}"#, count: 13)
    expect(Array(rates.prefix(5)), near: [1, 1, 0.04, 0.52, 1])
    expect(Array(rates.suffix(2)), near: [4e-6, 4e-6])
  }

  @Test func `refuses a step too many, and everything but the rate`() {
    #expect(refusal(json, steps: 10) == "nothing")
    #expect(refusal(json, steps: 11) == #"run at "mmengine.OneCycleLR""#)
    let named = #"{"type": "mmengine.OneCycleParamScheduler", "param_name": "momentum", "eta_max": 1}"#
    #expect(refusal(named) == #"value at "momentum""#)
  }
}
