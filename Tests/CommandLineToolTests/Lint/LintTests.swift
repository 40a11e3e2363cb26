import Diagnostics
import JSON
import Schedules
import Testing
import Text

@testable import CommandLineTool

@Suite struct LintTests {
  private func findings(_ json: String, allowing allowed: [LintRule] = []) throws -> [Finding] {
    let source = Source(name: "test", bytes: Bytes(json.utf8))
    let spec = try Spec.read(source) { (path) throws(Diagnostic) in throw Diagnostic(.io, path) }
    let document = LintedDocument(value: try Scanner.read(source)) { value in
      try? Spec.read(value) { (path) throws(Diagnostic) in throw Diagnostic(.io, path) }
    }
    return Lint.findings(in: spec, of: document, allowing: allowed)
  }

  private func rules(_ json: String) throws -> [String] { try findings(json).map(\.rule.rawValue) }

  private func file(_ scheduler: String, epochs: Int = 100, _ rest: String = "") -> String {
    #"{"epochs": \#(epochs), \#(rest) "scheduler": \#(scheduler)}"#
  }

  @Test(arguments: [
    // T_max and the run are one, give or take the step on which eta_min is reached.
    #"{"type": "cosine", "T_max": 100}"#, #"{"type": "cosine", "T_max": 99}"#,
    #"{"type": "linear", "total_iters": 100}"#, #"{"type": "linear", "total_iters": 5}"#,
    #"{"type": "polynomial", "total_iters": 100}"#, #"{"type": "constant", "total_iters": 20}"#,
    #"{"type": "warm-restarts", "T_0": 30}"#, #"{"type": "onecycle", "max_lr": 1, "total_steps": 100}"#,
    #"{"type": "multistep", "milestones": [30, 60, 99]}"#, #"{"type": "step", "step_size": 30}"#,
    #"{"type": "cyclic", "base_lr": 0.1, "max_lr": 1, "step_size_up": 20}"#,
    #"""
    {"type": "sequential", "milestones": [5],
     "schedulers": [{"type": "linear", "total_iters": 5}, {"type": "cosine", "T_max": 95}]}
    """#,
    #"{"type": "chained", "schedulers": [{"type": "constant", "total_iters": 5}, {"type": "exponential", "gamma": 0.9}]}"#,
    // Counted in samples, 64 a step.
    #"""
    {"type": "megatron.OptimizerParamScheduler", "increment": 64, "init_lr": 0.01, "lr_warmup_steps": 640,
     "lr_decay_steps": 6400, "lr_decay_style": "cosine"}
    """#,
  ])
  func `is quiet on what is right`(scheduler: String) throws {
    #expect(try findings(file(scheduler)).map(\.message) == [])
  }

  @Test(arguments: [
    (#"{"type": "cosine", "T_max": 50}"#, "bounce"), (#"{"type": "cosine", "T_max": 98}"#, "bounce"),
    (#"{"type": "cosine", "T_max": 101}"#, "unfinished"),
    (#"{"type": "polynomial", "total_iters": 300}"#, "unfinished"),
    (#"{"type": "onecycle", "max_lr": 1, "total_steps": 5000}"#, "unfinished"),
    (#"{"type": "cyclic", "base_lr": 0.1, "max_lr": 1}"#, "warmup"),
    (#"{"type": "linear", "total_iters": 120}"#, "warmup"),
    (#"{"type": "multistep", "milestones": [30, 120]}"#, "milestones"),
    (#"{"type": "polynomial", "total_iters": 50}"#, "early-end"),
    (#"{"type": "linear", "start_factor": 1, "end_factor": 0.1, "total_iters": 25}"#, "early-end"),
    (#"{"type": "keras.cosine", "initial_learning_rate": 0.1, "decay_steps": 25}"#, "early-end"),
    (#"{"type": "cosine", "T_max": 100, "eta_min": 0.2}"#, "inverted"),
    (#"{"type": "exponential", "gamma": 0.5}"#, "vanishing"), (#"{"type": "exponential", "gamma": 95}"#, "inverted"),
    (#"{"type": "exponential", "gamma": 1.1}"#, "inverted"), (#"{"type": "exponential", "gamma": 1}"#, "no-effect"),
    (#"{"type": "step", "step_size": 30, "gamma": 10}"#, "inverted"),
    (#"{"type": "timm.step", "decay_t": 30, "decay_rate": 2}"#, "inverted"),
    (#"{"type": "cosine", "T_max": 100, "eta_min": 0.1}"#, "no-effect"),
    (#"{"type": "cosine", "T_max": -5}"#, "bounce"), (#"{"type": "linear", "total_iters": -3}"#, "bounce"),
    (#"{"type": "cosine", "T_max": -5}"#, "bounce"), (#"{"type": "cosine", "T_max": -200}"#, "bounce"),
    (#"{"type": "lambda", "lr_lambda": "0.95 ** e"}"#, "no-effect"),
    (#"{"type": "lambda", "lr_lambda": "lambda epoch: 0.95 ** (epoch // 500)"}"#, "no-effect"),
    (#"{"type": "multiplicative", "lr_lambda": "lambda epoch: 1 if epoch < 500 else 0.5"}"#, "no-effect"),
    (#"{"type": "linear", "total_iters": 0}"#, "no-effect"),
    (#"{"type": "keras.cosine", "initial_learning_rate": 0.1, "decay_steps": 100, "warmup_steps": 9}"#, "no-effect"),
    (#"[{"type": "lambda", "lr_lambda": "0.95 ** epoch"}, {"type": "step", "step_size": 10}]"#, "overwrite"),
    (
      #"""
      {"type": "sequential", "milestones": [10], "schedulers": [{"type": "linear", "total_iters": 10, "end_factor": 0.2,
       "start_factor": 0.1}, {"type": "cosine", "T_max": 90}]}
      """#, "jump"
    ),
    (#"{"type": "step", "step_size": 100}"#, "milestones"),
    (#"{"type": "lambda", "lr_lambda": "epoch / 100"}"#, "zero-start"),
    (#"[{"type": "exponential", "gamma": 0.9}, {"type": "lambda", "lr_lambda": "0.9 ** epoch"}]"#, "overwrite"),
    (
      #"{"type": "chained", "schedulers": [{"type": "lambda", "lr_lambda": "0.9"}, {"type": "constant", "factor": 0.5}]}"#,
      "restoration"
    ),
    (
      #"""
      {"type": "sequential", "milestones": [5], "schedulers": [{"type": "linear", "total_iters": 5},
       {"type": "onecycle", "max_lr": 1, "total_steps": 95}]}
      """#, "sequence"
    ),
  ])
  func `finds`(scheduler: String, rule: String) throws {
    #expect(try rules(file(scheduler)) == [rule])
  }

  @Test(arguments: [
    (#"{"type": "cosine", "T_max": 90, "interval": "step"}"#, "units"),
    (#"{"type": "cosine", "T_max": 9000}"#, "units"),
    (#"{"type": "multistep", "milestones": [30, 60], "interval": "step"}"#, "units"),
    (#"{"type": "multistep", "milestones": [3000, 6000]}"#, "units"),
    (
      #"""
      {"type": "optax.join_schedules", "boundaries": [5], "interval": "step",
       "schedules": [{"type": "optax.linear", "init_value": 0.1, "end_value": 1, "transition_steps": 5},
                     {"type": "optax.cosine", "init_value": 1, "decay_steps": 85}]}
      """#, "units"
    ),
  ])
  func `knows epochs from steps`(scheduler: String, rule: String) throws {
    #expect(try rules(file(scheduler, epochs: 90, #""steps_per_epoch": 100,"#)) == [rule])
  }

  @Test(arguments: [
    #"{"type": "cosine", "T_max": 90}"#, #"{"type": "cosine", "T_max": 9000, "interval": "step"}"#,
    #"{"type": "linear", "total_iters": 500, "interval": "step"}"#,
    #"""
    {"type": "optax.join_schedules", "boundaries": [60], "interval": "step",
     "schedules": [{"type": "optax.linear", "init_value": 0.1, "end_value": 1, "transition_steps": 60},
                   {"type": "optax.cosine", "init_value": 1, "decay_steps": 8940}]}
    """#,
  ])
  func `is quiet in both units`(scheduler: String) throws {
    #expect(try rules(file(scheduler, epochs: 90, #""steps_per_epoch": 100,"#)) == [])
  }

  @Test func `goes into sequences, each part with its own length`() throws {
    let json = #"""
      {"type": "sequential", "milestones": [10], "schedulers": [
       {"type": "chained", "schedulers": [{"type": "linear", "total_iters": 40}]}, {"type": "cosine", "T_max": 30}]}
      """#
    #expect(try rules(file(json)) == ["warmup", "jump", "bounce"])
  }

  @Test func `wants no negative metric where a part of it counts`() throws {
    let plateau = #"{"type": "plateau"}"#
    #expect(try rules(file(plateau, #""metric": -0.5,"#)) == ["metric"])
    #expect(try rules(file(plateau, #""metric": 0.5,"#)) == [])
    #expect(try rules(file(#"{"type": "plateau", "threshold_mode": "abs"}"#, #""metric": -0.5,"#)) == [])
  }

  @Test(arguments: [
    (#"{"type": "step", "step_size": 3000}"#, ["units"]), (#"{"type": "multistep", "milestones": [3000]}"#, ["units"]),
    (#"{"type": "step", "step_size": 30000}"#, ["milestones"]), (#"{"type": "cosine", "T_max": 9000}"#, ["units"]),
    (
      #"""
      {"type": "sequential", "milestones": [500],
       "schedulers": [{"type": "linear", "total_iters": 500}, {"type": "cosine", "T_max": 8500}]}
      """#, ["units"]
    ),
  ])
  func `knows numbers of steps where epochs are counted, once`(scheduler: String, rules: [String]) throws {
    #expect(try self.rules(file(scheduler, epochs: 90, #""steps_per_epoch": 100,"#)) == rules)
  }

  @Test func `a warm-up may leave one step less than one would think`() throws {
    func warm(_ length: Int) -> String {
      #"""
      {"type": "GradualWarmupScheduler", "multiplier": 8, "total_epoch": 5,
       "after_scheduler": {"type": "cosine", "T_max": \#(length)}}
      """#
    }
    #expect(try rules(file(warm(95))) == [])
    #expect(try rules(file(warm(100))) == ["unfinished"])
    #expect(
      try rules(file(#"{"type": "timm.cosine", "t_initial": 100, "warmup_t": 5, "warmup_lr_init": 0.5}"#)) == [
        "inverted"
      ])
  }

  @Test func `a sequence in front of a sequence loses a step`() throws {
    let inner = #"""
      {"type": "sequential", "milestones": [2], "schedulers": [{"type": "constant", "factor": 0.5, "total_iters": 2},
       {"type": "constant", "factor": 0.2, "total_iters": 10}]}
      """#
    #expect(try rules(file(inner, epochs: 5)) == [])
    #expect(
      try rules(file(#"{"type": "sequential", "milestones": [], "schedulers": [\#(inner)]}"#, epochs: 5)) == [
        "sequence"
      ])
  }

  @Test func `names the step at which a run fails`() throws {
    let world = try TestWorld()
    let late = #"{"steps": 120, "scheduler": {"type": "onecycle", "max_lr": 1, "epochs": 10, "steps_per_epoch": 10}}"#
    let grows = #"{"epochs": 40, "scheduler": {"type": "exponential", "gamma": 1e20}}"#
    for (json, words) in [(late, "stepped 101 times"), (grows, "at step 16")] {
      try world.sandbox.write(json, to: "a.json")
      let ended = world.run("lint", "a.json")
      #expect(ended.status == 2 && ended.output == "")
      #expect(ended.error.contains("error[run]") && ended.error.contains(words), "\(ended.error)")
      let report = world.run("lint", "a.json", "--report", "json")
      #expect(report.status == 2 && report.output.contains(#""code": "run""#))
    }
  }

  @Test func `speaks of what the file writes only`() throws {
    let world = try TestWorld()
    let warmup = ["--total-num-steps", "100", "--warmup-num-steps", "10", "--steps", "100"]
    #expect(world.run(["lint", "deepspeed.warmup-decay"] + warmup).status == 0)
    let ended = world.run(["lint", "deepspeed.warmup-decay", "--lr", "0.5"] + warmup)
    #expect(ended.status == 1 && ended.output.contains("lint[ignored]: “lr” is 0.5"))
  }

  @Test func `a length that several parameters make is not one of them`() throws {
    let timm = #"""
      {"type": "timm.CosineLRScheduler", "t_initial": 500, "warmup_t": 100, "warmup_prefix": true, "warmup_lr_init": 1e-7}
      """#
    let finding = try #require(try findings(file(timm, epochs: 500)).first)
    #expect(finding.message.hasPrefix("the schedule is 600 epochs long, but it is stepped for 500 epochs"))
    #expect(finding.hint == "“t_initial”: 400")
  }

  @Test func `says the numbers and the consequence`() throws {
    let finding = try #require(try findings(file(#"{"type": "cosine", "T_max": 50}"#, epochs: 120)).first)
    #expect(
      finding.message
        == "“T_max” is 50, but it is stepped for 120 epochs: the rate climbs back once, and ends at 68.41 % of its peak"
    )
    #expect(finding.hint == "“T_max”: 120")
    #expect(finding.fix?.dotted == "scheduler.T_max")
  }

  @Test(arguments: [
    #"{"$lint": ["bounce"], "epochs": 200, "scheduler": {"type": "cosine", "T_max": 50}}"#,
    #"{"epochs": 200, "scheduler": {"$lint": ["bounce"], "type": "cosine", "T_max": 50}}"#,
    #"{"epochs": 200, "curves": [{"name": "a", "$lint": ["bounce"], "scheduler": {"type": "cosine", "T_max": 50}}]}"#,
    #"""
    {"epochs": 200, "scheduler": {"$lint": ["bounce"], "type": "chained", "schedulers": [{"type": "cosine", "T_max": 50}]}}
    """#,
  ])
  func `is silenced where it is meant`(json: String) throws {
    #expect(try findings(json).isEmpty)
    #expect(try findings(json.replacing(#""bounce""#, with: #""units""#)).count == 1)
  }

  @Test func `is silenced by name`() throws {
    #expect(try findings(file(#"{"type": "cosine", "T_max": 50}"#), allowing: [.bounce]).isEmpty)
  }

  @Test func `counts samples where the scheduler does`() throws {
    func file(_ warmup: Int) -> String {
      #"""
      {"steps": 100, "batch": 64, "scheduler": {"type": "megatron.OptimizerParamScheduler", "init_lr": 0.01,
       "lr_warmup_samples": \#(warmup), "lr_decay_samples": 6400, "train_samples": 6400, "lr_decay_style": "cosine"}}
      """#
    }
    #expect(try findings(file(640)).map(\.message) == [])
    let cut = try findings(file(6400).replacing(#""lr_decay_samples": 6400"#, with: #""lr_decay_samples": 7000"#))
    #expect(
      cut.map(\.message) == ["the warm-up takes 6400 samples, but is cut off after 100 steps, before the peak"])
    #expect(cut.map(\.hint) == ["a shorter warm-up, or a longer run"])
  }

  @Test func `finds a law that is far from its fit`() throws {
    func found(_ lr: String, _ epochs: Int) throws -> [String] {
      try findings(
        #"{"epochs": \#(epochs), "optimizer": {"type": "AdamW", "lr": \#(lr)}, "objective": {"type": "annealing"}}"#
      ).map(\.message)
    }
    #expect(try found("3e-4", 2000) == [])
    #expect(
      try found("0.1", 2000) == [
        "the largest rate is 0.1, and mpl-400m was fitted at 0.0003: what it predicts means nothing"
      ])
    #expect(try found("3e-4", 90) == ["the run has 90 updates, and mpl-400m was fitted to runs of 24000"])
  }

  @Test func `lets a quantity grow`() throws {
    let cosine = #"{"type": "cosine", "T_max": 100, "eta_min": 0.4}"#
    let quantities = #""quantities": {"weight_decay": {"initial": 0.04, "scheduler": \#(cosine)}},"#
    #expect(try findings(file(#"{"type": "cosine", "T_max": 100}"#, quantities)).map(\.message) == [])
    #expect(try rules(file(cosine)) == ["inverted"])
  }

  @Test func `the gallery gives it nothing to say`() throws {
    let ended = try Repository.world(longest: Repository.longestHere).run("lint", "schedules")
    #expect(ended.output == "")
    #expect(ended.status == 0)
  }

  @Test func `every rule is a sentence`() {
    for rule in LintRule.allCases { #expect(rule.summary.hasSuffix(".")) }
  }

  @Test(arguments: [
    #"{"epochs": 100, "scheduler": {"type": "cosine", "T_max": 50}}"#,
    #"{"epochs": 100, "scheduler": {"type": "polynomial", "total_iters": 300}}"#,
    #"{"epochs": 100, "scheduler": {"type": "polynomial"}}"#,
    #"{"epochs": 100, "scheduler": {"type": "linear", "total_iters": 120}}"#,
    #"""
    {"epochs": 500, "optimizer": {"type": "AdamW", "lr": 1e-4}, "scheduler": {"type": "timm.CosineLRScheduler",
     "t_initial": 500, "lr_min": 1e-7, "warmup_t": 100, "warmup_lr_init": 1e-7, "warmup_prefix": true}}
    """#,
    #"""
    {"epochs": 1000, "scheduler": {"type": "keras.cosine", "interval": "epoch", "initial_learning_rate": 1e-4,
     "decay_steps": 1000, "warmup_target": 0.001, "warmup_steps": 100}}
    """#,
    #"""
    {"epochs": 90, "steps_per_epoch": 100, "scheduler": {"type": "cosine", "T_max": 90, "interval": "step"}}
    """#,
    #"{"epochs": 10, "optimizer": {"lr": 0.5}, "scheduler": {"type": "optax.constant", "value": 0.1}}"#,
  ])
  func `a fix mends what it is for, and makes nothing else worse`(json: String) throws {
    let finding = try #require(try findings(json).first { $0.fix != nil })
    let fix = try #require(finding.fix)
    let source = Source(name: "test", bytes: Bytes(json.utf8))
    let document = LintedDocument(value: try Scanner.read(source)) { _ in nil }
    let changed = try #require(document.changed(fix.path, to: fix.value))
    let after = try findings(String(decoding: changed.value.text(), as: UTF8.self))
    #expect(after.filter { $0.rule == finding.rule }.isEmpty)
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `is quiet on every kind's own example`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let members = kind.exampleMembers.filter { $0.key != "type" }
    let node = Value.object([("type", .text(kind.fullName))] + members.map { ($0.key, $0.value) })
    let metric = kind.watchesMetric ? #""metric": {"expression": "1 / (1 + min(epoch, 9))"}, "# : ""
    let text = String(decoding: node.text(), as: UTF8.self)
    #expect(try findings("{\(metric)\"scheduler\": \(text)}").map(\.message) == [])
  }
}
