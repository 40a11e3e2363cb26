import Testing

@testable import Schedules

@Suite struct CaffeSigmoidTests {
  @Test func `rises, with half the rate at stepsize`() throws {
    let json = #"{"type": "caffe.sigmoid", "gamma": 1, "stepsize": 2}"#
    expect(try Stepping.rates(json, count: 4), near: [0.119203, 0.268941, 0.5, 0.731059])
  }
}
