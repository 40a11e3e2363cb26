import Testing

@testable import Schedules

@Suite struct RequirementTests {
  @Test(arguments: [
    (#""type": "onecycle", "max_lr": 1"#, #"needs “total_steps”, or “epochs” and “steps_per_epoch”"#),
    (#""type": "onecycle", "max_lr": 1, "epochs": 3"#, #"needs “total_steps”, or “epochs” and “steps_per_epoch”"#),
    (#""type": "onecycle", "max_lr": 1, "total_steps": null"#, "needs “total_steps”"),
    (#""type": "warmup-multi", "warmup_iters": 1"#, "needs “milestones” or “step_iters”"),
    (
      #""type": "warmup-multi", "warmup_iters": 1, "milestones": [2], "step_iters": 3"#,
      "“milestones” and “step_iters” are mutually exclusive; leave one of them out"
    ),
    (#""type": "mmengine.CosineAnnealingLR", "eta_min": 0, "eta_min_ratio": 0"#, "are mutually exclusive"),
    (#""type": "paddle.PiecewiseDecay", "boundaries": [], "values": [1]"#, "must have at least one element"),
    (#""type": "timm.cosine", "t_initial": 5, "noise_range_t": []"#, "“noise_range_t” must have at least one element"),
    (#""type": "cyclic", "base_lr": 0, "max_lr": 1, "mode": "triangle""#, "when there is no scale_fn, not “triangle”"),
  ])
  func `is said once where it is not met`(scheduler: String, words: String) {
    let found = complaints(aboutScheduler: "{\(scheduler)}")
    #expect(found.count == 1 && found.allSatisfy { $0.contains(words) }, "\(found)")
  }

  @Test func `does not hide what else is wrong, nor tell of a name that is misspelt`() {
    #expect(complaints(aboutScheduler: #"{"type": "onecycle", "max_lr": "x", "three_phase": 1}"#).count == 3)
    #expect(complaints(aboutScheduler: #"{"type": "onecycle", "max_lr": 1, "total_step": 9}"#).count == 1)
  }

  @Test func `leaves words alone that something stands in for`() {
    let json = #"{"type": "cyclic", "base_lr": 0, "max_lr": 1, "mode": "mine", "scale_fn": "1"}"#
    #expect(complaints(aboutScheduler: json).isEmpty)
  }
}
