import Testing

@testable import Schedules

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
