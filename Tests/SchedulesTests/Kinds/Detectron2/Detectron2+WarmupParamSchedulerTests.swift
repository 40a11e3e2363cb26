import Testing

@testable import Schedules

@Suite struct Detectron2WarmupParamSchedulerTests {
  @Test func `warms up to where the schedule is, or to its first value when it is rescaled`() throws {
    func rates(_ isRescaled: Bool) throws -> [Double] {
      try Stepping.rates(
        #"""
        {"type": "detectron2.WarmupParamScheduler", "warmup_factor": 0.5, "warmup_length": 0.5, "max_iter": 4,
         "scheduler": {"type": "fvcore.linear", "start_value": 1, "end_value": 0}, "rescale_interval": \#(isRescaled)}
        """#, count: 4)
    }
    #expect(try rates(false) == [0.5, 0.5, 0.5, 0.25])
    #expect(try rates(true) == [0.5, 0.75, 1, 0.5])
  }
}
