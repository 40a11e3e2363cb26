import Testing

@testable import Schedules

@Suite struct CyclicLRTests {
  private func json(_ more: String = "") -> String {
    #"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1.1, "step_size_up": 2, "step_size_down": 3\#(more)}"#
  }

  @Test func `goes up and down in triangles, and momentum against it`() throws {
    expect(try Stepping.rates(json(), count: 6), near: [0.1, 0.6, 1.1, 0.766667, 0.433333, 0.1])
    let momenta = try Stepping.momenta(json(), count: 5).compactMap { $0 }
    expect(momenta, near: [0.9, 0.85, 0.8, 0.833333, 0.866667])
  }

  @Test func `halves the triangles in triangular2`() throws {
    let rates = try Stepping.rates(json(#", "mode": "triangular2""#), count: 10)
    expect(Array(rates.suffix(5)), near: [0.1, 0.35, 0.6, 0.433333, 0.266667])
  }

  @Test func `shrinks the triangles at every step in exp_range`() throws {
    let rates = try Stepping.rates(json(#", "mode": "exp_range", "gamma": 0.9"#), count: 7)
    expect(rates, near: [0.1, 0.55, 0.91, 0.586, 0.3187, 0.1, 0.365721])
  }

  @Test func `scales by a function of the cycle, or of the step`() throws {
    let ofCycle = try Stepping.rates(json(#", "scale_fn": "1 / x", "mode": "ignored""#), count: 8)
    expect(Array(ofCycle.suffix(3)), near: [0.1, 0.35, 0.6])
    let ofStep = try Stepping.rates(json(#", "scale_fn": "x", "scale_mode": "iterations""#), count: 4)
    expect(ofStep, near: [0.1, 0.6, 2.1, 2.1])
  }

  @Test func `goes down as fast as up by default`() throws {
    let symmetric = #"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1.1, "step_size_up": 2}"#
    expect(try Stepping.rates(symmetric, count: 5), near: [0.1, 0.6, 1.1, 0.6, 0.1])
  }

  @Test func `begins with an initial rate that an earlier scheduler left`() throws {
    let used = try optimizer(#"{"lr": 3, "momentum": 0.9, "param_groups": [{"initial_lr": 0.5}]}"#)
    let symmetric = #"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1.1, "step_size_up": 2}"#
    expect(try Stepping.rates(symmetric, count: 5, optimizer: used), near: [0.5, 0.6, 1.1, 0.6, 0.1])
  }

  @Test func `drives beta1 where there are betas, and nothing when told so`() throws {
    let adam = try optimizer(#"{"type": "Adam"}"#)
    expect(try Stepping.momenta(json(), count: 3, optimizer: adam).compactMap { $0 }, near: [0.9, 0.85, 0.8])
    var stepping = try Stepping(json(#", "cycle_momentum": false"#), optimizer: optimizer(#"{"type": "Adagrad"}"#))
    #expect(!stepping.node.scheduler.drives.contains(.momentum))
    #expect(try stepping.groups(2).last?.first?.momentum == nil)
  }

  @Test func `takes rates and momenta for each group`() throws {
    let each = #"""
      {"type": "CyclicLR", "base_lr": [1, 2], "max_lr": [3, 6], "step_size_up": 1, "base_momentum": [0.5, 0.25],
       "max_momentum": 0.75}
      """#
    var stepping = try Stepping(each, optimizer: twoGroups())
    let rows = try stepping.groups(2)
    #expect(rows.map { $0.map(\.lr) } == [[1, 2], [3, 6]])
    #expect(rows.map { $0.map(\.momentum) } == [[0.75, 0.75], [0.5, 0.25]])
  }

  @Test(arguments: [
    (#"{"type": "CyclicLR", "base_lr": 0.1}"#, #"param at "CyclicLR""#),
    (#"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": [1, 2]}"#, "value at [1, 2]"),
    (#"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1, "max_momentum": [1, 2]}"#, "value at [1, 2]"),
    (#"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1, "step_size_up": 0}"#, "value at 0"),
    (
      #"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1, "step_size_up": 0, "step_size_down": 4}"#,
      "run at 0"
    ),
    (#"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1, "scale_fn": "1 / (x - 1)"}"#, "run at /"),
    (#"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1, "last_epoch": 1}"#, #"value at "CyclicLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }

  @Test func `refuses a mode that it does not have, and an optimizer without momentum`() throws {
    #expect(
      complaints(aboutScheduler: json(#", "mode": "triangula""#)) == [
        #"value at "triangula": “mode” must be “triangular”, “triangular2” or “exp_range” when there is no scale_fn, not "#
          + "“triangula”; did you mean “triangular”?"
      ])
    #expect(
      complaints(aboutScheduler: json(), optimizer: try optimizer(#"{"type": "Adagrad"}"#)) == [
        #"value at "CyclicLR": CyclicLR: “cycle_momentum” needs an optimizer with momentum or betas, which Adagrad does "#
          + "not have; set “cycle_momentum” to false"
      ])
  }
}
