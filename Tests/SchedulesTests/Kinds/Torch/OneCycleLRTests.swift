import Testing

@testable import Schedules

@Suite struct OneCycleLRTests {
  private func json(_ more: String = "", steps: Int = 10) -> String {
    #"{"type": "OneCycleLR", "max_lr": 1, "total_steps": \#(steps)\#(more)}"#
  }

  @Test func `rises and falls along half cosines, and swings back after its last step`() throws {
    let rates = [0.04, 0.52, 1, 0.950485, 0.811746, 0.611262, 0.388742, 0.188258, 0.049519, 4e-6, 0.049519]
    let momenta = [0.95, 0.9, 0.85, 0.854952, 0.868826, 0.888874, 0.911126, 0.931174, 0.945048, 0.95, 0.945048]
    expect(try Stepping.rates(json(), count: 11), near: rates)
    expect(try Stepping.momenta(json(), count: 11).compactMap { $0 }, near: momenta)
  }

  @Test func `is refused one step later, with a hint`() {
    #expect(refusal(json(), steps: 10) == "nothing")
    #expect(
      complaints(aboutScheduler: json(), steps: 11) == [
        #"run at "OneCycleLR": OneCycleLR: stepped 11 times, but total_steps is 10; "#
          + "shorten the run, or lengthen the schedule"
      ])
  }

  @Test func `goes along lines, and below its last rate after its last step`() throws {
    let rates = try Stepping.rates(json(#", "anneal_strategy": "linear""#), count: 11)
    expect(Array(rates.prefix(4)), near: [0.04, 0.52, 1, 0.857143])
    expect(Array(rates.suffix(2)), near: [4e-6, -0.142853])
  }

  @Test func `in three phases returns to its first rate before it falls below it`() throws {
    let more = #", "three_phase": true, "anneal_strategy": "linear", "final_div_factor": 5"#
    let rates = [0.04, 0.52, 1, 0.52, 0.04, 0.0336, 0.0272, 0.0208, 0.0144, 0.008]
    expect(try Stepping.rates(json(more), count: 10), near: rates)
    let momenta = [0.95, 0.9, 0.85, 0.9, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95]
    expect(try Stepping.momenta(json(more), count: 10).compactMap { $0 }, near: momenta)
  }

  @Test func `starts below its peak by one step when there is no rise`() throws {
    let rates = try Stepping.rates(json(#", "pct_start": 0.0, "anneal_strategy": "linear""#, steps: 9), count: 9)
    expect(Array(rates.prefix(2)), near: [0.888889, 0.777779])
    expect(Array(rates.suffix(1)), near: [4e-6])
  }

  @Test func `takes its length from epochs and steps_per_epoch, and total_steps before them`() throws {
    let length = { (more: String) in
      try Stepping(#"{"type": "onecycle", "max_lr": 1, "epochs": 3, "steps_per_epoch": 5\#(more)}"#).node.scheduler
        .length
    }
    #expect(try length("") == 15)
    #expect(try length(#", "total_steps": 20"#) == 20)
  }

  @Test func `pays no heed to the optimizer's rate`() throws {
    let (one, other) = (try Stepping.rates(json(), count: 10, lr: 7), try Stepping.rates(json(), count: 10))
    #expect(one == other)
  }

  @Test func `drives what the optimizer has`() throws {
    let momentum = { (type: String) in
      try Stepping.momenta(json(), count: 1, optimizer: optimizer(#"{"type": "\#(type)"}"#)).first
    }
    // RMSprop has a momentum, though it is 0.
    for type in ["RMSprop", "Adam", "Muon", "SGD"] { #expect(try momentum(type) == 0.95, "\(type)") }
    let lbfgs = try optimizer(#"{"type": "LBFGS"}"#)
    #expect(refusal(json(), optimizer: lbfgs) == #"value at "OneCycleLR""#)
    #expect(refusal(json(#", "cycle_momentum": false"#), optimizer: lbfgs) == "nothing")
  }

  @Test func `takes peaks for each group`() throws {
    let each = #"{"type": "OneCycleLR", "max_lr": [1, 0.5], "total_steps": 10, "base_momentum": [0.8, 0.85]}"#
    var stepping = try Stepping(each, optimizer: twoGroups())
    let peak = try #require(try stepping.groups(3).last)
    #expect(peak.map(\.lr) == [1, 0.5] && peak.map(\.momentum) == [0.8, 0.85])
  }

  @Test(arguments: [
    (#"{"type": "OneCycleLR", "total_steps": 10}"#, #"param at "OneCycleLR""#),
    (#"{"type": "OneCycleLR", "max_lr": 0.1}"#, #"param at "OneCycleLR""#),
    (#"{"type": "OneCycleLR", "max_lr": 0.1, "epochs": 10}"#, #"param at "OneCycleLR""#),
    (#"{"type": "OneCycleLR", "max_lr": 0.1, "epochs": 4, "steps_per_epoch": -3}"#, "value at -3"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 0}"#, "value at 0"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10.5}"#, "value at 10.5"),
    (#"{"type": "OneCycleLR", "max_lr": [1, 2], "total_steps": 10}"#, "value at [1, 2]"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "pct_start": 1}"#, "value at 1"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "pct_start": 1.5}"#, "value at 1.5"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "pct_start": 0.1}"#, #"run at "OneCycleLR""#),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "anneal_strategy": "cosine"}"#, #"value at "cosine""#),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "div_factor": 0}"#, "value at 0"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "final_div_factor": 0}"#, "value at 0"),
    (#"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10, "last_epoch": 3}"#, #"value at "OneCycleLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
