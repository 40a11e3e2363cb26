import Testing

@testable import Schedules

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
