import Testing

@testable import Schedules

@Suite struct CaffeStepTests {
  @Test func `drops every so many iterations`() throws {
    let json = #"{"type": "caffe.step", "gamma": 0.5, "stepsize": 2}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 0.5, 0.5, 0.25])
  }

  @Test(arguments: [
    (#""gamma": -1, "stepsize": 2"#, "value at -1"), (#""gamma": 1, "stepsize": 0"#, "value at 0"),
    (#""gamma": 1"#, #"param at "caffe.step""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "caffe.step", \#(parameters)}"#) == expected)
  }
}
