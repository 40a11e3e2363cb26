import Testing

@testable import Schedules

@Suite struct OptimizerReaderTests {
  private func complaint(_ json: String) -> String {
    complaints(about: json) { _ = try optimizer(json) }.joined(separator: " | ")
  }

  @Test func `takes SGD with momentum when a file has no optimizer, and SGD as torch has it in an empty one`() throws {
    let standard = try spec(#"{"scheduler": {"type": "cosine", "T_max": 5}}"#).plans[0].optimizer
    #expect(standard.type == "SGD" && standard.groups.map(\.lr) == [0.1] && standard.groups[0].momentum == 0.9)
    let empty = try optimizer("{}")
    #expect(empty.type == "SGD" && empty.groups.map(\.lr) == [0.001] && empty.groups[0].momentum == 0)
  }

  @Test func `lets groups inherit and override`() throws {
    let json = #"""
      {"type": "AdamW", "lr": 0.5, "weight_decay": 0.2, "param_groups": [{"name": "backbone", "lr": 0.01}, {},
       {"name": "head", "betas": [0.5, 0.6], "weight_decay": 0}]}
      """#
    let optimizer = try optimizer(json)
    #expect(optimizer.groups.map(\.name) == ["backbone", nil, "head"])
    #expect(optimizer.groups.map(\.lr) == [0.01, 0.5, 0.5])
    #expect(optimizer.groups.map(\.weightDecay) == [0.2, 0.2, 0])
    #expect(optimizer.groups.map(\.betas) == [Betas(0.9, 0.999), Betas(0.9, 0.999), Betas(0.5, 0.6)])
  }

  @Test func `takes what a stopped run has left in a group`() throws {
    let left = #"{"initial_lr": 1, "max_lr": 2, "min_lr": 3, "max_momentum": 4, "base_momentum": 5}"#
    let group = try optimizer(#"{"param_groups": [\#(left)]}"#).groups[0]
    #expect(
      [group.initialLR, group[.maxLR], group[.minLR], group[.maxMomentum], group[.baseMomentum]] == [1, 2, 3, 4, 5])
  }

  @Test func `takes a group's values as they are, as torch does`() throws {
    #expect(try optimizer(#"{"type": "Adam", "param_groups": [{"lr": -1, "betas": [2, 3]}]}"#).groups[0].lr == -1)
  }

  @Test(arguments: [
    (#"[]"#, #"spec at []: “optimizer” is an object, not an array; for example, {"type": "AdamW", "lr": 3e-4}"#),
    (#"{"type": "Adm"}"#, #"kind at "Adm": unknown optimizer “Adm”; did you mean “Adam”?"#),
    (#"{"type": 3}"#, "value at 3: “type” must be a string, not 3"),
    (
      #"{"type": "AdamW", "momentun": 1}"#,
      #"param at "momentun": AdamW has no parameter “momentun”"#
    ),
    (
      #"{"momentun": 1}"#, #"param at "momentun": SGD has no parameter “momentun”; did you mean “momentum”?"#
    ),
    (#"{"lr": -0.1}"#, "value at -0.1: “lr” must be at least 0, not -0.1"),
    (#"{"lr": "0.1"}"#, #"value at "0.1": “lr” must be a number, not a string; without quotes: 0.1"#),
    (#"{"type": "SparseAdam", "lr": 0}"#, "value at 0: “lr” must be greater than 0, not 0"),
    (#"{"weight_decay": -1}"#, "value at -1: “weight_decay” must be at least 0, not -1"),
    (#"{"type": "RMSprop", "alpha": -0.5}"#, "value at -0.5: “alpha” must be at least 0, not -0.5"),
    (#"{"type": "Adadelta", "rho": 1.5}"#, "value at 1.5: “rho” must be between 0 and 1, not 1.5"),
    (#"{"type": "Adafactor", "beta2_decay": 0.8}"#, "value at 0.8: “beta2_decay” must be at most 0, not 0.8"),
    (
      #"{"type": "Rprop", "etas": [1.2, 0.5]}"#,
      "value at [1.2, 0.5]: “etas” must be one number below 1 and one above"
    ),
    (
      #"{"type": "Adam", "betas": [1.0, 0.9]}"#,
      "value at [1.0, 0.9]: “betas” must each be at least 0 and less than 1"
    ),
    (#"{"type": "Adam", "betas": [0.9]}"#, "value at [0.9]: “betas” must be two numbers, not 1"),
    (
      #"{"type": "Adam", "betas": 0.9}"#,
      "value at 0.9: “betas” must be two numbers, not one; for example, [0.9, 0.999]"
    ),
    (#"{"type": "Adam", "betas": [0, 0.9]}"#, "value at [0, 0.9]: “betas” must be floats for torch: write 0.0 for 0"),
    (#"{"type": "NAdam", "betas": [0, 0.9]}"#, ""),
    (#"{"nesterov": 1}"#, "value at 1: “nesterov” must be true or false, not 1"),
    (
      #"{"nesterov": true}"#,
      #"value at "nesterov": Nesterov’s momentum needs a momentum above 0, and no dampening"#
    ),
    (
      #"{"nesterov": true, "momentum": 0.9, "dampening": 0.1}"#,
      #"value at "nesterov": Nesterov’s momentum needs a momentum above 0, and no dampening"#
    ),
    (#"{"nesterov": true, "momentum": 0.9}"#, ""),
  ])
  func `says of an optimizer`(json: String, expected: String) {
    #expect(complaint(json) == expected)
  }

  @Test(arguments: [
    (
      #"{"param_groups": []}"#,
      #"spec at []: “param_groups” is an array of at least one object; for example, [{"name": "head", "lr": 0.01}]"#
    ),
    (
      #"{"param_groups": {}}"#,
      #"spec at {}: “param_groups” is an array of at least one object; for example, [{"name": "head", "lr": 0.01}]"#
    ),
    (#"{"param_groups": [1]}"#, "spec at 1: a param group is an object, not a number"),
    (
      #"{"param_groups": [{"nam": "a"}]}"#,
      #"param at "nam": a param group of SGD has no parameter “nam”; did you mean “name”?"#
    ),
    (#"{"param_groups": [{"name": 3}]}"#, "value at 3: “name” must be a string, not 3"),
    (
      #"{"param_groups": [{"name": "a"}, {"name": "a"}]}"#, #"value at "a": there is a param group “a” already"#
    ),
    (#"{"param_groups": [{}, {"name": "0"}]}"#, #"value at "0": there is a param group “0” already"#),
    (#"{"param_groups": [{"initial_lr": true}]}"#, "value at true: “initial_lr” must be a number, not a boolean"),
    (#"{"type": "LBFGS", "param_groups": [{}, {}]}"#, "value at [{}, {}]: LBFGS takes one param group only"),
    (#"{"type": "LBFGS", "param_groups": [{"lr": 0.5}]}"#, ""),
  ])
  func `says of param groups`(json: String, expected: String) {
    #expect(complaint(json) == expected)
  }

  @Test func `refuses the name that a later group has by its place`() {
    // Columns are named after groups, and an unnamed one is called by its index.
    let json = #"{"param_groups": [{"name": "1"}, {}]}"#
    #expect(complaint(json) == "value at {: there is a param group “1” already")
  }

  @Test func `multiplies every base rate by the number of processes, where it is asked to`() throws {
    let rates = { (optimizer: String, steps: String) in
      try spec(#"{"steps_per_epoch": \#(steps), "optimizer": \#(optimizer), "scheduler": {"type": "constant"}}"#)
        .plans[0].optimizer.groups.map { [$0.lr, $0.initialLR ?? .nan] }
    }
    let groups = #""lr": 0.1, "param_groups": [{"initial_lr": 0.5}, {"lr": 0.01, "initial_lr": 1}]"#
    let loader = #"{"dataset_size": 64, "batch_size": 2, "world_size": 8}"#
    #expect(try rates(#"{\#(groups), "scale_lr": true}"#, loader) == [[0.8, 4], [0.08, 8]])
    #expect(try rates(#"{\#(groups), "scale_lr": false}"#, loader) == [[0.1, 0.5], [0.01, 1]])
    #expect(try rates("{\(groups)}", loader) == [[0.1, 0.5], [0.01, 1]])
    // A plain number of steps says nothing of processes, and then there is one.
    #expect(try rates(#"{\#(groups), "scale_lr": true}"#, "4") == [[0.1, 0.5], [0.01, 1]])
    #expect(try rates(#"{"type": "Adam", "scale_lr": true}"#, loader)[0][0] == 0.008)
  }

  @Test func `scales the optimizers of curves, each as it says`() throws {
    let rates = try spec(
      #"""
      {"steps_per_epoch": {"dataset_size": 64, "batch_size": 2, "world_size": 8},
       "optimizer": {"lr": 0.1, "scale_lr": true}, "curves": [
         {"name": "shared", "scheduler": {"type": "constant"}},
         {"name": "own", "optimizer": {"lr": 0.3}, "scheduler": {"type": "constant"}}]}
      """#
    ).plans.map { $0.optimizer.groups[0].lr }
    #expect(rates == [0.8, 0.3])
  }

  @Test func `has no scale of a single group`() {
    #expect(
      complaint(#"{"param_groups": [{"scale_lr": true}]}"#)
        == #"param at "scale_lr": a param group of SGD has no parameter “scale_lr”"#)
    #expect(complaint(#"{"scale_lr": 8}"#) == "value at 8: “scale_lr” must be true or false, not 8")
  }
}
