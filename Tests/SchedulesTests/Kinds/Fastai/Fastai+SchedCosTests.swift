import Testing

@testable import Schedules

@Suite struct FastaiSchedCosTests {
  @Test(arguments: [
    (#""start": 1, "end": 0"#, [1, 0.933013, 0.75, 0.5, 0.25, 0.066987]),
    (#""start": 0, "end": 2"#, [0, 0.133975, 0.5, 1, 1.5, 1.866025]),
  ])
  func `goes along half a cosine, down or up`(parameters: String, rates: [Double]) throws {
    let json = #"{"type": "fastai.SchedCos", \#(parameters)}"#
    expect(try Stepping.rates(json, count: 6, runLength: 6), near: rates)
  }
}
