import Testing

@testable import Schedules

@Suite struct DarknetStepsTests {
  @Test func `is YOLOv3's configuration`() throws {
    let json = #"{"type": "darknet.steps", "steps": [5, 7], "scales": [0.5, 0.1], "burn_in": 2, "max_batches": 9}"#
    expect(try Stepping.rates(json, count: 9), near: [0, 0.0625, 1, 1, 1, 0.5, 0.5, 0.05, 0.05])
  }

  @Test func `waits with a step out of order`() throws {
    let json = #"{"type": "darknet.steps", "steps": [4, 2], "scales": [0.5, 0.5]}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 1, 1, 0.25])
  }

  @Test func `wants a scale for each step`() {
    #expect(refusal(#"{"type": "darknet.steps", "steps": [4], "scales": []}"#) == "value at []")
  }
}
