import Testing

@testable import Schedules

@Suite struct CaffeTests {
  @Test func `fixed stays`() throws {
    #expect(try Stepping.rates(#"{"type": "caffe.fixed"}"#, count: 3, lr: 0.3) == [0.3, 0.3, 0.3])
  }

  @Test func `step drops every so many iterations`() throws {
    let json = #"{"type": "caffe.step", "gamma": 0.5, "stepsize": 2}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 0.5, 0.5, 0.25])
  }

  @Test(arguments: [
    (#""gamma": -1, "stepsize": 2"#, "value at -1"), (#""gamma": 1, "stepsize": 0"#, "value at 0"),
    (#""gamma": 1"#, #"param at "caffe.step""#),
  ])
  func `step refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "caffe.step", \#(parameters)}"#) == expected)
  }

  @Test func `exp decays every iteration`() throws {
    #expect(try Stepping.rates(#"{"type": "caffe.exp", "gamma": 0.5}"#, count: 4) == [1, 0.5, 0.25, 0.125])
  }

  @Test func `inv is LeNet's`() throws {
    let json = #"{"type": "caffe.inv", "gamma": 0.0001, "power": 0.75}"#
    var stepping = try Stepping(json, lr: 0.01)
    let rates = try stepping.groups(10001).map(\.[0].lr)
    #expect(rates[0] == 0.01)
    expect([rates[5000], rates[10000]], near: [0.007378, 0.005946])
  }

  @Test func `multistep drops at each value`() throws {
    let json = #"{"type": "caffe.multistep", "gamma": 0.5, "stepvalue": [2, 4]}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 0.5, 0.5, 0.25])
  }

  @Test func `multistep drops once an iteration at most`() throws {
    let json = #"{"type": "caffe.multistep", "gamma": 0.5, "stepvalue": [0, 3, 3, 1]}"#
    #expect(try Stepping.rates(json, count: 7) == [0.5, 0.5, 0.5, 0.25, 0.125, 0.0625, 0.0625])
  }

  @Test func `poly falls to zero at max_iter`() throws {
    let json = #"{"type": "caffe.poly", "power": 2, "max_iter": 4}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 0.5625, 0.25, 0.0625, 0])
  }

  @Test func `poly takes the run's length for the training's`() throws {
    #expect(try Stepping.rates(#"{"type": "caffe.poly", "power": 1}"#, count: 2, runLength: 2) == [1, 0.5])
    #expect(throws: ScheduleError.self) {
      try Schedule(json: #"{"scheduler": {"type": "caffe.poly", "power": 1}}"#)
    }
  }

  @Test func `sigmoid rises, with half the rate at stepsize`() throws {
    let json = #"{"type": "caffe.sigmoid", "gamma": 1, "stepsize": 2}"#
    expect(try Stepping.rates(json, count: 4), near: [0.119203, 0.268941, 0.5, 0.731059])
  }
}
