import Testing

@testable import Schedules

@Suite struct FairseqCosineTests {
  @Test func `shrinks both ends with each restart`() throws {
    let json = #"""
      {"type": "fairseq.cosine", "warmup_updates": 3, "lr_period_updates": 4, "min_lr": 0.1, "lr_shrink": 0.5}
      """#
    let printed = [0.1, 0.4, 0.7, 1, 0.868198, 0.55, 0.231802, 0.5, 0.434099, 0.275, 0.115901, 0.25]
    expect(try Stepping.rates(json, count: 12), near: printed)
  }

  @Test func `fills the run with one cycle by default`() throws {
    let rates = try Stepping.rates(#"{"type": "fairseq.cosine", "warmup_updates": 2}"#, count: 7, runLength: 6)
    expect(rates, near: [0, 0.5, 1, 0.853553, 0.5, 0.146447, 0.1])
  }

  @Test func `lengthens its cycles`() throws {
    let json = #"{"type": "fairseq.cosine", "lr_period_updates": 2, "t_mult": 2, "lr_shrink": 1}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 0.5, 1, 0.853553, 0.5, 0.146447, 1])
    #expect(try Stepping(json).node.scheduler.phases.map(\.start).prefix(4) == [0, 2, 6, 14])
  }

  @Test(arguments: [
    (#"{"type": "fairseq.cosine", "min_lr": 1}"#, "value at 1"),
    (#"{"type": "fairseq.cosine", "max_update": 5, "warmup_updates": 5}"#, #"run at "fairseq.cosine""#),
    (#"{"type": "fairseq.cosine", "lr_period_updates": 2, "t_mult": 0.5}"#, #"run at "fairseq.cosine""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 6).hasPrefix(expected.prefix(3)))
  }
}

@Suite struct FairseqFixedTests {
  @Test func `does not lose its first update`() throws {
    let rates = try Stepping.rates(#"{"type": "fairseq.fixed", "warmup_updates": 4}"#, count: 6)
    #expect(rates == [0.25, 0.5, 0.75, 1, 1, 1])
  }

  @Test func `takes a rate for each epoch, and anneals the last`() throws {
    let json = #"{"type": "fairseq.fixed", "lrs": [0.4, 0.2], "force_anneal": 3, "lr_shrink": 0.5}"#
    let file = try spec(#"{"epochs": 4, "steps_per_epoch": 2, "scheduler": \#(json)}"#)
    #expect(try fileRates(file) == [0.4, 0.4, 0.2, 0.2, 0.1, 0.1, 0.05, 0.05])
  }

  @Test(arguments: [#""lrs": [0.4, 0.2]"#, #""force_anneal": 3"#])
  func `needs to know what an epoch is`(parameters: String) {
    #expect(throws: ScheduleError.self) {
      try Schedule(json: #"{"scheduler": {"type": "fairseq.fixed", \#(parameters)}}"#)
    }
  }

  @Test func `refuses an empty list`() {
    #expect(refusal(#"{"type": "fairseq.fixed", "lrs": []}"#) == "value at []")
  }
}

@Suite struct FairseqInverseSqrtTests {
  @Test func `warms up, and decays without end`() throws {
    let rates = try Stepping.rates(#"{"type": "fairseq.inverse_sqrt", "warmup_updates": 4}"#, count: 17)
    expect(Array(rates[..<6]), near: [0, 0.25, 0.5, 0.75, 1, 0.894427])
    expect([rates[16]], near: [0.5])
  }

  @Test func `starts where it is told to`() throws {
    let json = #"{"type": "fairseq.inverse_sqrt", "warmup_updates": 2, "warmup_init_lr": 0.5}"#
    expect(try Stepping.rates(json, count: 3), near: [0.5, 0.75, 1])
  }

  @Test func `refuses no warm-up`() {
    #expect(refusal(#"{"type": "fairseq.inverse_sqrt", "warmup_updates": 0}"#) == "value at 0")
  }
}

@Suite struct FairseqManualTests {
  private func rates(_ parameters: String) throws -> [Double] {
    let json = #"{"type": "fairseq.manual", \#(parameters)}"#
    return try fileRates(#"{"epochs": 3, "steps_per_epoch": 2, "optimizer": {"lr": 1}, "scheduler": \#(json)}"#)
  }

  @Test func `takes rates by epoch, and by update before them`() throws {
    #expect(try rates(#""epoch2lr": {"2": 0.5}"#) == [1, 1, 0.5, 0.5, 0.5, 0.5])
    #expect(try rates(#""epoch2lr": {"2": 0.5}, "update2lr": {"3": 0.25}"#) == [1, 1, 0.5, 0.25, 0.25, 0.25])
  }

  @Test func `has what stands under update 1 in force at once`() throws {
    #expect(try rates(#""update2lr": {"1": 0.5, "4": 0.25}"#) == [0.5, 0.5, 0.5, 0.5, 0.25, 0.25])
    #expect(try rates(#""epoch2lr": {"1": 2}, "update2lr": {"1": 0.5}"#)[0] == 2)
  }

  @Test func `is half as long again as its last epoch`() throws {
    let json = #"{"steps_per_epoch": 5, "scheduler": {"type": "fairseq.manual", "epoch2lr": {"1": 1, "20": 0.1}}}"#
    #expect(try spec(json).epochs == 30)
  }
}

@Suite struct FairseqPassThroughTests {
  @Test func `hands every update on`() throws {
    let inner = #"{"type": "StepLR", "step_size": 2, "gamma": 0.5}"#
    let json = #"{"type": "fairseq.pass_through", "lr_scheduler": \#(inner)}"#
    #expect(try Stepping.rates(json, count: 5) == (try Stepping.rates(inner, count: 5)))
    #expect(try spec(#"{"epochs": 3, "scheduler": \#(json)}"#).plans[0].nodes[0].interval == .step)
  }

  @Test func `begins as its scheduler does in a sequence`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ConstantLR", "factor": 0.5, "total_iters": 9},
       {"type": "fairseq.pass_through", "lr_scheduler": {"type": "StepLR", "step_size": 2, "gamma": 0.5}}]}
      """#
    #expect(try Stepping.rates(json, count: 6) == [0.5, 0.5, 1, 1, 0.5, 0.5])
  }
}

@Suite struct FairseqPolynomialDecayTests {
  @Test func `warms up, and falls to its end`() throws {
    let json = #"""
      {"type": "fairseq.polynomial_decay", "warmup_updates": 3, "total_num_update": 9, "end_learning_rate": 0.1}
      """#
    let printed = [0, 0.333333, 0.666667, 1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1, 0.1]
    expect(try Stepping.rates(json, count: 11), near: printed)
  }

  @Test func `falls anew from where an annealed epoch ended`() throws {
    let json = #"{"type": "fairseq.polynomial_decay", "force_anneal": 2}"#
    let file = try spec(#"{"epochs": 3, "steps_per_epoch": 2, "optimizer": {"lr": 1}, "scheduler": \#(json)}"#)
    // Update 2 would have 2/3; its epoch falls from there, and the whole way at once.
    expect(try fileRates(file), near: [1, 0.833333, 0.444444, 0.333333, 0.074074, 0.037037])
  }

  @Test func `takes the rate at the epoch's number, counted from 1, in a list counted from 0`() throws {
    let json = #"{"type": "fairseq.polynomial_decay", "lrs": [4, 2, 1], "power": 0}"#
    let file = try spec(#"{"epochs": 3, "scheduler": \#(json)}"#)
    #expect(try fileRates(file) == [2, 1, 1])
  }
}

@Suite struct FairseqReduceLROnPlateauTests {
  private func rates(_ parameters: String, metric: String = "1", epochs: Int = 6) throws -> [Double] {
    let json = #"{"type": "fairseq.reduce_lr_on_plateau", "lr_shrink": 0.5\#(parameters)}"#
    return try fileRates(
      #"""
      {"epochs": \#(epochs), "steps_per_epoch": 2, "optimizer": {"lr": 1}, "metric": \#(metric), "scheduler": \#(json)}
      """#)
  }

  @Test func `reduces with the first epoch that is no better`() throws {
    #expect(try rates("", epochs: 4) == [1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25])
    #expect(try rates(#", "lr_patience": 1"#, epochs: 4) == [1, 1, 1, 1, 1, 1, 0.5, 0.5])
    #expect(
      try rates(#", "maximize_best_checkpoint_metric": true"#, metric: #"{"expression": "epoch"}"#, epochs: 3)
        == [1, 1, 1, 1, 1, 1])
  }

  @Test func `warms up by updates, and sees no metric before that is over`() throws {
    #expect(try rates(#", "warmup_updates": 4"#) == [0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `is stepped every update, and needs a metric`() throws {
    let node = #"{"type": "fairseq.plateau"}"#
    #expect(try spec(#"{"metric": 1, "scheduler": \#(node)}"#).plans[0].nodes[0].interval == .step)
    #expect(complaints(aboutFile: #"{"scheduler": \#(node)}"#).count == 1)
  }

  @Test func `ends an epoch with a metric where its length is not known`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 1}, "scheduler": {"type": "fairseq.plateau"}}"#)
    for metric in [nil, 1, nil, nil, 1, nil] as [Double?] { try schedule.endStep(metric: metric) }
    #expect(schedule.rate == 0.1)
  }
}

@Suite struct FairseqStepTests {
  @Test func `drops after its warm-up, down to its lowest rate`() throws {
    let json = #"""
      {"type": "fairseq.step", "warmup_updates": 2, "lr_deacy_period": 2, "min_lr": 0.2, "warmup_init_lr": 0}
      """#
    #expect(try Stepping.rates(json, count: 10) == [0, 0.5, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2])
  }

  @Test(arguments: [(#""lr_deacy_period": 0"#, "value at 0"), (#""lr_decay": 1.5"#, "value at 1.5")])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fairseq.step", \#(parameters)}"#) == expected)
  }
}

@Suite struct FairseqTriStageTests {
  @Test func `warms up, holds, and decays exponentially`() throws {
    let json = #"{"type": "fairseq.tri_stage", "warmup_steps": 3, "hold_steps": 2, "decay_steps": 4}"#
    let printed = [0.01, 0.34, 0.67, 1, 1, 1, 0.316228, 0.1, 0.031623, 0.01]
    expect(try Stepping.rates(json, count: 11), near: printed + [0.01])
    #expect(try Stepping(json).node.scheduler.phases.map(\.label) == ["warm-up", "hold", "decay", "end"])
  }

  @Test func `takes parts of the run`() throws {
    let json = #"{"type": "fairseq.tri_stage", "phase_ratio": [0.25, 0.25, 0.5], "final_lr_scale": 0.25}"#
    let rates = try Stepping.rates(json, count: 9, runLength: 8)
    expect(rates, near: [0.01, 0.505, 1, 1, 1, 0.707107, 0.5, 0.353553, 0.25])
  }

  @Test(arguments: [
    (#""phase_ratio": [0.1, 0.2, 0.3]"#, "value at [0.1, 0.2, 0.3]"), (#""phase_ratio": [1]"#, "value at [1]"),
    (#""warmup_steps": 3"#, #"value at "fairseq.tri_stage""#), (#""hold_steps": 0"#, #"param at "fairseq.tri_stage""#),
    (#""decay_steps": 3, "final_lr_scale": 0"#, "value at 0"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fairseq.tri_stage", \#(parameters)}"#) == expected)
  }
}

@Suite struct FairseqTriangularTests {
  @Test func `has each triangle lower than the one before`() throws {
    let json = #"{"type": "fairseq.triangular", "max_lr": 1, "lr_period_updates": 6, "lr_shrink": 0.5}"#
    let printed = [0.1, 0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.233333, 0.366667, 0.5]
    let rates = try Stepping.rates(json, count: 10, lr: 0.1)
    expect(rates, near: printed)
  }

  @Test func `may shrink the lowest rate, too`() throws {
    let json = #"""
      {"type": "fairseq.triangular", "max_lr": 1, "lr_period_updates": 2, "lr_shrink": 0.5, "shrink_min": true}
      """#
    #expect(try Stepping.rates(json, count: 5, lr: 0.5) == [0.5, 1, 0.25, 0.5, 0.125])
  }

  @Test(arguments: [
    (#""max_lr": 1"#, "value at 1"), (#""max_lr": 2, "lr_period_updates": 1"#, "value at 1"),
    (#""lr_period_updates": 4"#, #"param at "fairseq.triangular""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    let place = refusal(#"{"type": "fairseq.triangular", \#(parameters)}"#)
    #expect(place == expected || place == #"value at "fairseq.triangular""#)
  }
}
