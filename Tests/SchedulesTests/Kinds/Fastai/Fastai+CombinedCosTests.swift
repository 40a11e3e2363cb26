import Testing

@testable import Schedules

@Suite struct FastaiCombinedCosTests {
  private let json = #"{"type": "fastai.combined_cos", "pct": 0.25, "start": 0.04, "middle": 1, "end": 1e-5}"#

  @Test func `goes along two half cosines, in single precision`() throws {
    expect(
      try Stepping.rates(json, count: 8, runLength: 8),
      near: [0.04, 0.52, 1, 0.933013, 0.750002, 0.500005, 0.250007, 0.066997])
  }

  @Test(arguments: ["-0.1", "1.5"])
  func `refuses a part that is none`(part: String) {
    let json = #"{"type": "fastai.combined_cos", "pct": \#(part), "start": 1, "middle": 1, "end": 1}"#
    #expect(refusal(json) == "value at \(part)")
  }

  @Test func `names its two stretches`() throws {
    let stepping = try Stepping(json, runLength: 10)
    #expect(stepping.node.scheduler.phases.map(\.start) == [0, 3])
  }
}
