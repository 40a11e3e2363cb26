import Testing

@testable import Schedules

@Suite struct Detectron2DeprecatedWarmupCosineLRTests {
  @Test func `is a product of warm-up and cosine`() throws {
    let json = #"""
      {"type": "detectron2.DeprecatedWarmupCosineLR", "max_iters": 8, "warmup_iters": 2, "warmup_factor": 0.5}
      """#
    expect(try Stepping.rates(json, count: 5), near: [0.5, 0.721455, 0.853553, 0.691342, 0.5])
  }

  @Test func `refuses a training of no updates`() {
    #expect(refusal(#"{"type": "detectron2.deprecated-cosine", "max_iters": 0}"#) == "value at 0")
  }
}

@Suite struct Detectron2DeprecatedWarmupMultiStepLRTests {
  @Test func `is a product of warm-up and drops`() throws {
    let json = #"""
      {"type": "detectron2.DeprecatedWarmupMultiStepLR", "milestones": [2, 6], "gamma": 0.5, "warmup_iters": 4,
       "warmup_factor": 0.2}
      """#
    expect(try Stepping.rates(json, count: 7), near: [0.2, 0.4, 0.3, 0.4, 0.5, 0.5, 0.25])
  }

  @Test func `refuses milestones out of order`() {
    #expect(refusal(#"{"type": "detectron2.deprecated-multistep", "milestones": [5, 3]}"#) == "value at [5, 3]")
  }
}

@Suite struct Detectron2LRMultiplierTests {
  @Test func `is a factor on every group's own rate`() throws {
    let json = #"""
      {"type": "detectron2.LRMultiplier", "multiplier": {"type": "fvcore.linear", "start_value": 1, "end_value": 0},
       "max_iter": 4}
      """#
    var stepping = try Stepping(json, optimizer: twoGroups())
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[1, 2], [0.75, 1.5], [0.5, 1]])
  }

  @Test(arguments: [
    (#"{"type": "StepLR", "step_size": 3}"#, "5"), (#"{"type": "fvcore.constant", "value": 1}"#, "0"),
  ])
  func `wants a param scheduler and a length`(multiplier: String, count: String) {
    let json = #"{"type": "detectron2.LRMultiplier", "multiplier": \#(multiplier), "max_iter": \#(count)}"#
    #expect(refusal(json).hasPrefix("value at"))
  }
}

@Suite struct Detectron2WarmupCosineLRTests {
  @Test func `warms up to where the cosine is by then`() throws {
    let json = #"{"type": "detectron2.cosine", "MAX_ITER": 8, "WARMUP_ITERS": 4, "WARMUP_FACTOR": 0.2}"#
    expect(try Stepping.rates(json, count: 6), near: [0.2, 0.275, 0.35, 0.425, 0.5, 0.308658])
  }

  @Test func `ends at a rate, of which the optimizer's tells the part`() throws {
    let json = #"{"type": "detectron2.cosine", "MAX_ITER": 4, "WARMUP_ITERS": 0, "BASE_LR_END": 0.2}"#
    expect(try Stepping.rates(json, count: 5, lr: 2), near: [2, 1.736396, 1.1, 0.463604, 0.2])
    #expect(refusal(#"{"type": "detectron2.cosine", "BASE_LR_END": 1.5}"#) == "value at 1.5")
  }
}

@Suite struct Detectron2WarmupMultiStepLRTests {
  @Test func `warms up in a line and drops in the update of a step`() throws {
    let json = #"""
      {"type": "detectron2.WarmupMultiStepLR", "STEPS": [6, 8, 99], "GAMMA": 0.5, "MAX_ITER": 10, "WARMUP_ITERS": 4,
       "WARMUP_FACTOR": 0.2}
      """#
    expect(try Stepping.rates(json, count: 10, lr: 2), near: [0.4, 0.8, 1.2, 1.6, 2, 2, 1, 1, 0.5, 0.5])
  }

  @Test func `waits during a constant warm-up, and moves the steps when it is rescaled`() throws {
    let json = #"""
      {"type": "detectron2.multistep", "steps": [5], "max_iter": 10, "warmup_iters": 2, "warmup_factor": 0.5,
       "warmup_method": "constant", "rescale_interval": true}
      """#
    expect(try Stepping.rates(json, count: 8), near: [0.5, 0.5, 1, 1, 1, 1, 0.1, 0.1])
  }

  @Test func `refuses steps that do not increase`() {
    #expect(refusal(#"{"type": "detectron2.multistep", "STEPS": [5, 5], "MAX_ITER": 9}"#) != "nothing")
  }
}

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

@Suite struct Detectron2WarmupStepWithFixedGammaLRTests {
  @Test func `drops in equal parts that the warm-up is part of`() throws {
    let json = #"""
      {"type": "detectron2.WarmupStepWithFixedGammaLR", "NUM_DECAYS": 2, "GAMMA": 0.5, "MAX_ITER": 6, "WARMUP_ITERS": 1,
       "WARMUP_FACTOR": 0.2}
      """#
    expect(try Stepping.rates(json, count: 6), near: [0.2, 1, 0.5, 0.5, 0.25, 0.25])
  }
}
