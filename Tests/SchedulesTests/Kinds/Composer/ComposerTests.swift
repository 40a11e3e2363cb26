import Testing

@testable import Schedules

@Suite struct ComposerConstantSchedulerTests {
  @Test func `lets go of its factor a batch after t_max`() throws {
    let json = #"{"type": "composer.ConstantScheduler", "alpha": 0.5, "t_max": "3ba"}"#
    expect(try Stepping.rates(json, count: 6), near: [0.5, 0.5, 0.5, 0.5, 1, 1])
  }

  @Test func `does nothing by itself`() throws {
    let json = #"{"type": "composer.ConstantScheduler"}"#
    expect(try Stepping.rates(json, count: 3), near: [1, 1, 1])
  }
}

@Suite struct ComposerConstantWithWarmupSchedulerTests {
  @Test func `warms up to its factor, and stays`() throws {
    let json = #"{"type": "composer.ConstantWithWarmupScheduler", "t_warmup": "2ba", "alpha": 0.5}"#
    expect(try Stepping.rates(json, count: 5), near: [0, 0, 0.25, 0.5, 0.5])
  }
}

@Suite struct ComposerCosineAnnealingSchedulerTests {
  @Test func `falls along half a cosine, and holds`() throws {
    let json = #"{"type": "composer.CosineAnnealingScheduler", "t_max": "4ba", "alpha_f": 0.1}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1])
  }

  @Test func `begins at its own start within a sequence, over the part of the run that it has`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ConstantLR", "factor": 0.5, "total_iters": 9},
       {"type": "composer.CosineAnnealingScheduler"}]}
      """#
    expect(try Stepping.rates(json, count: 6, runLength: 6), near: [0.5, 0.5, 1, 1, 0.853553, 0.5])
  }
}

@Suite struct ComposerCosineAnnealingWarmRestartsSchedulerTests {
  @Test func `restarts in cycles that grow`() throws {
    let json = #"{"type": "composer.CosineAnnealingWarmRestartsScheduler", "t_0": "2ba", "t_mult": 2}"#
    expect(try Stepping.rates(json, count: 8), near: [1, 1, 0.5, 1, 0.853553, 0.5, 0.146447, 1])
  }

  @Test func `refuses cycles that shrink to nothing within the run`() throws {
    #expect(
      refusal(#"{"type": "composer.warm-restarts", "t_0": "2ba", "t_mult": 0.5}"#, steps: 8)
        == #"run at "composer.warm-restarts""#)
  }

  @Test func `refuses a first cycle of nothing`() throws {
    #expect(refusal(#"{"type": "composer.warm-restarts", "t_0": "0ba"}"#) == #"value at "0ba""#)
    #expect(refusal(#"{"type": "composer.warm-restarts", "t_0": "2ba", "t_mult": -1}"#) == #"value at -1"#)
  }
}

@Suite struct ComposerCosineAnnealingWithWarmupSchedulerTests {
  @Test func `warms up, and falls along half a cosine`() throws {
    let json = #"{"type": "composer.CosineAnnealingWithWarmupScheduler", "t_warmup": "0.25dur", "alpha_f": 0.1}"#
    expect(try Stepping.rates(json, count: 8, runLength: 8), near: [0, 0, 0.5, 1, 0.939711, 0.775, 0.55, 0.325])
  }

  @Test func `refuses to end before the training`() throws {
    let json = #"{"type": "composer.cosine-warmup", "t_warmup": "1ba", "t_max": "5ba"}"#
    #expect(refusal(json) == #"value at "5ba""#)
  }

  @Test func `needs a warm-up`() throws {
    #expect(refusal(#"{"type": "composer.cosine-warmup"}"#) == #"param at "composer.cosine-warmup""#)
  }
}

@Suite struct ComposerExponentialSchedulerTests {
  @Test func `decays within the epoch`() throws {
    let json = #"""
      {"epochs": 3, "steps_per_epoch": 2, "optimizer": {"lr": 1},
       "scheduler": {"type": "composer.ExponentialScheduler", "gamma": 0.25}}
      """#
    expect(try fileRates(json), near: [1, 1, 0.5, 0.25, 0.125, 0.0625])
  }

  @Test func `refuses to take a root of a negative number`() throws {
    #expect(
      refusal(#"{"type": "composer.exponential", "gamma": -1, "decay_period": "2ba"}"#, steps: 2)
        == #"run at "composer.exponential""#)
  }
}

@Suite struct ComposerLinearSchedulerTests {
  @Test func `falls to zero over the training`() throws {
    let json = #"{"type": "composer.LinearScheduler"}"#
    expect(try Stepping.rates(json, count: 5, runLength: 5), near: [1, 1, 0.8, 0.6, 0.4])
  }

  @Test func `is scaled by the trainer's ratio, and then holds`() throws {
    let json =
      #"{"type": "composer.LinearScheduler", "alpha_i": 0.5, "alpha_f": 1, "t_max": "4ba", "scale_schedule_ratio": 0.5}"#
    expect(try Stepping.rates(json, count: 5), near: [0.5, 0.5, 0.75, 1, 1])
  }

  @Test func `refuses a schedule of no length, and a ratio of nothing`() throws {
    #expect(refusal(#"{"type": "composer.linear", "t_max": "0dur"}"#) == #"run at "composer.linear""#)
    #expect(refusal(#"{"type": "composer.linear", "scale_schedule_ratio": 0}"#) == #"value at 0"#)
  }
}

@Suite struct ComposerLinearWithWarmupSchedulerTests {
  @Test func `warms up to the first factor, and moves to the last`() throws {
    let json = #"{"type": "composer.LinearWithWarmupScheduler", "t_warmup": "2ba", "alpha_f": 0.5}"#
    expect(try Stepping.rates(json, count: 7, runLength: 7), near: [0, 0, 0.5, 1, 0.9, 0.8, 0.7])
  }

  @Test func `has a ramp that may be scaled, but not the end of the warm-up`() throws {
    let json = #"{"type": "composer.LinearWithWarmupScheduler", "t_warmup": "4ba", "scale_schedule_ratio": 0.5}"#
    expect(try Stepping.rates(json, count: 7, runLength: 7), near: [0, 0, 0.25, 0.5, 0.75, 1, 0.666667])
    let scaled =
      #"{"type": "composer.LinearWithWarmupScheduler", "t_warmup": "4ba", "scale_schedule_ratio": 0.5, "scale_warmup": true}"#
    expect(try Stepping.rates(scaled, count: 7, runLength: 7), near: [0, 0, 0.5, 1, 1, 1, 0.666667])
  }
}

@Suite struct ComposerMultiStepSchedulerTests {
  @Test func `drops a batch after each milestone, twice at one named twice`() throws {
    let json = #"{"type": "composer.MultiStepScheduler", "milestones": ["2ba", "0.5dur", "2ba"], "gamma": 0.5}"#
    expect(try Stepping.rates(json, count: 8, runLength: 8), near: [1, 1, 1, 0.25, 0.25, 0.125, 0.125, 0.125])
  }

  @Test func `is half as long again as its last milestone, in epochs`() throws {
    let json = #"{"type": "composer.multistep", "milestones": ["30ep", "20ep"]}"#
    #expect(try Stepping(json).node.scheduler.lengthInEpochs == 45)
  }
}

@Suite struct ComposerMultiStepWithWarmupSchedulerTests {
  @Test func `makes up for milestones in the warm-up at its end`() throws {
    let json =
      #"{"type": "composer.MultiStepWithWarmupScheduler", "t_warmup": "2ba", "milestones": ["1ba", "4ba"], "gamma": 0.5}"#
    expect(try Stepping.rates(json, count: 7), near: [0, 0, 0.5, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `names the warm-up and what follows`() throws {
    let json = #"{"type": "composer.multistep-warmup", "t_warmup": "5ep", "milestones": []}"#
    #expect(try Stepping(json).node.scheduler.phases.map(\.start) == [0, 6])
  }
}

@Suite struct ComposerPolynomialSchedulerTests {
  @Test func `falls along a square, and holds`() throws {
    let json = #"{"type": "composer.PolynomialScheduler", "power": 2, "t_max": "4ba"}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 1, 0.5625, 0.25, 0.0625, 0, 0])
  }

  @Test func `needs a power`() throws {
    #expect(refusal(#"{"type": "composer.PolynomialScheduler"}"#) == #"param at "composer.PolynomialScheduler""#)
  }
}

@Suite struct ComposerPolynomialWithWarmupSchedulerTests {
  @Test func `warms up, and falls along a square`() throws {
    let json = #"{"type": "composer.PolynomialWithWarmupScheduler", "t_warmup": "2ba"}"#
    expect(try Stepping.rates(json, count: 7, runLength: 7), near: [0, 0, 0.5, 1, 0.64, 0.36, 0.16])
  }
}

@Suite struct ComposerStepSchedulerTests {
  @Test func `drops a batch after each step`() throws {
    let json = #"""
      {"epochs": 4, "steps_per_epoch": 2, "optimizer": {"lr": 1},
       "scheduler": {"type": "composer.StepScheduler", "step_size": "2ep", "gamma": 0.5}}
      """#
    #expect(try fileRates(json) == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5])
  }

  @Test func `refuses a step of nothing`() throws {
    #expect(refusal(#"{"type": "composer.step", "step_size": "0ba"}"#) == #"run at "composer.step""#)
  }
}
