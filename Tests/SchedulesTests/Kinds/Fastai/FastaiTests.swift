import Testing

@testable import Schedules

@Suite struct FastaiCombineSchedsTests {
  @Test func `gives each sched its part, combined ones too`() throws {
    let json = #"""
      {"type": "fastai.combine_scheds", "pcts": [0.25, 0.75], "scheds": [{"type": "fastai.SchedLin", "start": 0, "end": 1},
       {"type": "fastai.combined_cos", "pct": 0.5, "start": 1, "middle": 2, "end": 0}]}
      """#
    expect(try Stepping.rates(json, count: 8, runLength: 8), near: [0, 0.5, 1, 1.25, 1.75, 2, 1.5, 0.5])
  }

  private static let line = #"{"type": "fastai.SchedLin", "start": 0, "end": 1}"#

  @Test(arguments: [
    ("[0.5, 0.6]", [line, line], "value at [0.5, 0.6]"),
    ("[0.5, 0.6, -0.1]", [line, line, line], "value at [0.5, 0.6, -0.1]"),
    // Ten tenths are not one in doubles.
    (
      "[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]", Array(repeating: line, count: 10),
      "value at [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]"
    ),
    ("[0.5, 0.5]", [line], "value at [0.5, 0.5]"),
    ("[1]", [#"{"type": "cosine", "T_max": 5}"#], #"value at "cosine""#),
    ("[1]", [#"{"type": "fastai.fit_one_cycle"}"#], #"value at "fastai.fit_one_cycle""#),
  ])
  func `refuses`(parts: String, scheds: [String], expected: String) {
    let json = #"""
      {"type": "fastai.combine_scheds", "pcts": \#(parts), "scheds": [\#(scheds.joined(separator: ", "))]}
      """#
    #expect(refusal(json) == expected)
  }
}

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

  @Test func `names its two phases`() throws {
    let stepping = try Stepping(json, runLength: 10)
    #expect(stepping.node.scheduler.phases.map(\.start) == [0, 3])
  }
}

@Suite struct FastaiFitFlatCosTests {
  @Test func `is flat, and then falls along half a cosine`() throws {
    expect(
      try Stepping.rates(#"{"type": "fastai.fit_flat_cos", "pct_start": 0.5}"#, count: 8, runLength: 8),
      near: [1, 1, 1, 1, 1, 0.853555, 0.500005, 0.146455])
  }

  @Test func `leaves momentum alone`() throws {
    let stepping = try Stepping(#"{"type": "fastai.flat-cos"}"#)
    #expect(stepping.node.scheduler.drives == [])
    #expect(stepping.node.scheduler.phases.map(\.start) == [0, 75])
  }

  @Test func `refuses a part that is none`() {
    #expect(refusal(#"{"type": "fastai.fit_flat_cos", "pct_start": 2}"#) == "value at 2")
  }
}

@Suite struct FastaiFitOneCycleTests {
  @Test func `rises from the peak divided by div, and falls towards a part of the peak`() throws {
    expect(
      try Stepping.rates(#"{"type": "fastai.fit_one_cycle"}"#, count: 8, runLength: 8),
      near: [0.04, 0.52, 1, 0.933013, 0.750002, 0.500005, 0.250007, 0.066997])
  }

  @Test func `drives momentum against it`() throws {
    var stepping = try Stepping(#"{"type": "fastai.fit_one_cycle"}"#, runLength: 8)
    let momenta = try stepping.groups(8).map { $0[0].drivenMomentum ?? 0 }
    expect(momenta, near: [0.95, 0.9, 0.85, 0.856699, 0.875, 0.9, 0.925, 0.943301])
    #expect(stepping.node.scheduler.drives == .momentum)
  }

  @Test func `ends after its epochs, with a peak for each group, and betas for momentum`() throws {
    let json = #"{"type": "fastai.fit_one_cycle", "n_epoch": 4, "lr_max": [2, 1]}"#
    var stepping = try Stepping(
      json, optimizer: optimizer(#"{"type": "Adam", "param_groups": [{}, {}]}"#), runLength: 6)
    let groups = try stepping.groups(6)
    expect(groups.map(\.[0].lr), near: [0.08, 2, 1.500005, 0.500015, 0.500015, 0.500015])
    expect(groups.map(\.[1].lr), near: [0.04, 1, 0.750002, 0.250007, 0.250007, 0.250007])
    #expect(groups.map { $0[0].betas?.first } == groups.map { $0[1].betas?.first })
    #expect(groups[1][0].betas == Betas(0.85, 0.999))
    #expect(stepping.node.scheduler.lengthInEpochs == 4)
  }

  @Test func `leaves an optimizer without momentum alone`() throws {
    let stepping = try Stepping(#"{"type": "fastai.one-cycle"}"#, optimizer: optimizer(#"{"type": "Adagrad"}"#))
    #expect(stepping.node.scheduler.drives == [])
  }

  @Test(arguments: [
    (#""pct_start": 1.5"#, "value at 1.5"), (#""moms": [0.9, 0.8]"#, "value at [0.9, 0.8]"),
    (#""n_epoch": 0"#, "value at 0"), (#""lr_max": [1, 2]"#, "value at [1, 2]"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fastai.fit_one_cycle", \#(parameters)}"#) == expected)
  }
}

@Suite struct FastaiFitSGDRTests {
  @Test func `falls in cycles that grow, the third of which begins a batch late`() throws {
    let json =
      #"{"epochs": 7, "optimizer": {"lr": 1}, "scheduler": {"type": "fastai.fit_sgdr", "n_cycles": 3, "cycle_len": 1}}"#
    expect(try fileRates(json), near: [1, 1, 0.5, 0, 0.853553, 0.5, 0.146447])
  }

  @Test func `trains as many epochs as its cycles have, of any number of batches`() throws {
    let json = #"""
      {"steps_per_epoch": 2, "optimizer": {"lr": 1},
       "scheduler": {"type": "fastai.fit_sgdr", "n_cycles": 2, "cycle_len": 1, "cycle_mult": 3}}
      """#
    expect(try fileRates(json), near: [1, 0.5, 1, 0.933013, 0.75, 0.5, 0.25, 0.066987])
  }

  @Test func `takes the peak of each group`() throws {
    let json = #"{"type": "fastai.sgdr", "n_cycles": 1, "cycle_len": 4, "lr_max": [4, 2]}"#
    var stepping = try Stepping(json, optimizer: twoGroups(), runLength: 4)
    #expect(try stepping.groups(1)[0].map(\.lr) == [4, 2])
  }

  @Test(arguments: [
    (#""cycle_mult": 1"#, "value at 1"), (#""cycle_mult": -1"#, "value at -1"),
    (#""cycle_mult": 1000000"#, "value at 3"),
  ])
  func `refuses`(parameters: String, expected: String) {
    let json = #"{"type": "fastai.fit_sgdr", "n_cycles": 3, "cycle_len": 1, \#(parameters)}"#
    #expect(refusal(json) == expected)
  }
}

@Suite struct FastaiLRFinderTests {
  @Test func `rises by equal factors in six batches or more, and holds the last rate`() throws {
    let json = #"{"type": "fastai.LRFinder", "start_lr": 0.001, "end_lr": 1000, "num_it": 3}"#
    expect(try Stepping.rates(json, count: 7), near: [0.001, 0.01, 0.1, 1, 10, 100, 100])
  }

  @Test func `takes a hundred batches`() throws {
    #expect(try Stepping(#"{"type": "fastai.lr-find"}"#).node.scheduler.length == 100)
  }

  @Test func `refuses to start from zero`() {
    #expect(refusal(#"{"type": "fastai.LRFinder", "start_lr": 0}"#) == "value at 0")
  }
}

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

@Suite struct FastaiSchedExpTests {
  @Test func `goes by equal factors`() throws {
    let json = #"{"type": "fastai.SchedExp", "start": 1, "end": 0.01}"#
    expect(try Stepping.rates(json, count: 4, runLength: 4), near: [1, 0.316228, 0.1, 0.031623])
  }

  @Test func `refuses to start from zero, and to cross it`() {
    #expect(refusal(#"{"type": "fastai.SchedExp", "start": 0, "end": 1}"#) == "value at 0")
    #expect(refusal(#"{"type": "fastai.exp", "start": -1, "end": 1}"#, steps: 2) == #"run at "fastai.exp""#)
  }
}

@Suite struct FastaiSchedLinTests {
  private let json = #"{"type": "fastai.SchedLin", "start": 1, "end": 0}"#

  @Test func `goes in a line that ends a batch before its end`() throws {
    expect(try Stepping.rates(json, count: 5, runLength: 5), near: [1, 0.8, 0.6, 0.4, 0.2])
  }

  @Test func `holds the last rate of a run that goes on`() throws {
    expect(try Stepping.rates(json, count: 6, runLength: 4), near: [1, 0.75, 0.5, 0.25, 0.25, 0.25])
  }

  @Test func `needs both ends`() {
    #expect(refusal(#"{"type": "fastai.lin", "start": 1}"#) == #"param at "fastai.lin""#)
  }
}

@Suite struct FastaiSchedNoTests {
  @Test func `stays at its start, whatever the optimizer's rate`() throws {
    let json = #"{"type": "fastai.SchedNo", "start": 0.5, "end": 0.1}"#
    #expect(try Stepping.rates(json, count: 3, lr: 2) == [0.5, 0.5, 0.5])
  }

  @Test func `needs an end, as fastai does`() {
    #expect(refusal(#"{"type": "fastai.SchedNo", "start": 1}"#) == #"param at "fastai.SchedNo""#)
  }
}

@Suite struct FastaiSchedPolyTests {
  @Test func `follows a power of what is over`() throws {
    let json = #"{"type": "fastai.SchedPoly", "start": 1, "end": 0, "power": 2}"#
    #expect(try Stepping.rates(json, count: 4, runLength: 4) == [1, 0.9375, 0.75, 0.4375])
  }

  @Test func `refuses a negative power`() {
    #expect(refusal(#"{"type": "fastai.poly", "start": 1, "end": 0, "power": -1}"#) == "value at -1")
  }
}
