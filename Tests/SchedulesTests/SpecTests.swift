import Diagnostics
import Testing

@testable import Schedules

@Suite struct SpecTests {
  @Test func `reads the whole document`() throws {
    let spec = try spec(
      #"""
      {
        "$schema": "lrplot.schema.json", "$comment": "all keys",
        "title": "ResNet-50, 90 epochs", "description": "…", "source": "arXiv:1706.02677",
        "epochs": 90, "steps_per_epoch": 2,
        "optimizer": { "type": "SGD", "lr": 0.1, "momentum": 0.9,
                       "param_groups": [ { "name": "backbone", "lr": 0.01 }, { "name": "head" } ] },
        "scheduler": { "type": "SequentialLR", "milestones": [5], "schedulers": [
                         { "type": "LinearLR", "start_factor": 0.1, "total_iters": 5 },
                         { "type": "CosineAnnealingLR", "T_max": 85 } ] },
        "metric": 0.5,
        "plot": { "width": 800, "height": 300, "x": "epoch", "y": "log" }
      }
      """#)
    #expect(spec.title == "ResNet-50, 90 epochs" && spec.description == "…" && spec.origin == "arXiv:1706.02677")
    #expect(spec.epochs == 90 && spec.stepsPerEpoch == 2)
    #expect(spec.plans[0].optimizer.groups.map(\.name) == ["backbone", "head"])
    #expect(spec.plans[0].nodes.map(\.node.name) == ["SequentialLR"])
    #expect(try spec.metric?.value(at: 3) == 0.5)
    #expect(spec.plot != nil)
  }

  @Test func `tells the first error of syntax only`() {
    let json = #"{"epochs": 01, "title": }"#
    #expect(complaints(aboutFile: json).map { $0.prefix(10) } == ["json at 01"])
  }

  @Test func `tells every error of meaning, in the order of the text`() {
    let json = #"""
      {"titel": "x", "epochs": 0, "steps_per_epoch": "2", "optimizer": {"lr": -1, "type": "SGD", "momentun": 1},
       "scheduler": [{"type": "cosine", "T_maxx": 5}, {"type": "StepLR", "step_size": 2, "step_size": 3}, {}],
       "metric": [], "description": 5, "title": 5}
      """#
    let found = complaints(aboutFile: json).map { String($0.prefix { $0 != ":" }) }
    #expect(
      found == [
        #"spec at "titel""#, "value at 0", #"value at "2""#, "value at -1", #"param at "momentun""#,
        #"param at "T_maxx""#, #"spec at "step_size""#, "spec at {", "spec at []", "value at 5", "value at 5",
      ])
  }

  @Test func `tells a key that stands twice, wherever it is`() {
    let json = #"{"scheduler": {"type": "step", "step_size": 2, "gamma": 0.1, "gamma": 0.2}, "epochs": 5, "epochs": 5}"#
    #expect(
      complaints(aboutFile: json) == [
        #"spec at "gamma": duplicate key “gamma”"#,
        #"spec at "epochs": duplicate key “epochs”"#,
      ])
  }

  @Test(arguments: [
    ("[]", #"spec at [: a schedule file is an object, not an array; put it into one: {"scheduler": […]}"#),
    (
      "5",
      #"spec at 5: a schedule file is an object, not a number; for example, {"scheduler": {"type": "cosine", "T_max": 50}}"#
    ),
    (
      "{}",
      #"spec at {: a schedule file has no “scheduler”; for example, "scheduler": {"type": "CosineAnnealingLR", "T_max": 50}"#
    ),
    (
      #"{"schedular": {"type": "cosine", "T_max": 5}, "scheduler": {"type": "cosine", "T_max": 5}}"#,
      #"spec at "schedular": a schedule file has no key “schedular”; did you mean “scheduler”?"#
    ),
  ])
  func `is an object with a scheduler`(json: String, expected: String) {
    #expect(complaints(aboutFile: json) == [expected])
  }
}
