import Testing

@testable import Schedules

@Suite struct DeepSpeedLRRangeTestTests {
  @Test func `rises without end, smoothly or in steps`() throws {
    let json = { (more: String) in
      #"{"type": "deepspeed.LRRangeTest", "lr_range_test_min_lr": 0.5, "lr_range_test_step_size": 2\#(more)}"#
    }
    #expect(try Stepping.rates(json(""), count: 5) == [0.5, 0.75, 1, 1.25, 1.5])
    #expect(
      try Stepping.rates(json(#", "lr_range_test_staircase": true"#), count: 5) == [0.5, 0.5, 1, 1, 1.5])
  }

  @Test func `refuses no size`() {
    #expect(refusal(#"{"type": "deepspeed.LRRangeTest", "lr_range_test_step_size": 0}"#) == "value at 0")
  }
}
