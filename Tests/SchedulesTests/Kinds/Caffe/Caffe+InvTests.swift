import Testing

@testable import Schedules

@Suite struct CaffeInvTests {
  @Test func `is LeNet's`() throws {
    let json = #"{"type": "caffe.inv", "gamma": 0.0001, "power": 0.75}"#
    var stepping = try Stepping(json, lr: 0.01)
    let rates = try stepping.groups(10001).map(\.[0].lr)
    #expect(rates[0] == 0.01)
    expect([rates[5000], rates[10000]], near: [0.007378, 0.005946])
  }
}
