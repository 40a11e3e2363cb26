import Schedules
import Testing

@testable import CommandLineTool

@Suite struct JargonTests {
  @Test func `takes the longest saying, and what is none as it is`() {
    #expect(Jargon.alternatives(to: ["one", "cycle", "timm"]) == [["onecycle"], ["timm"]])
    #expect(Jargon.alternatives(to: ["cosine", "warmup"]) == [["cosine"], ["warmup"]])
    #expect(Jargon.alternatives(to: ["cosine", "with", "warmup"]) == [["cosine"], ["warmup"]])
    #expect(Jargon.alternatives(to: ["scheduler"]) == [["scheduler"]])
    #expect(Jargon.alternatives(to: []) == [])
  }

  /// What people would type, a kind that they look for, and one that would be in their way.
  @Test(arguments: [
    ("cosine warmup", ["cosine-warmup", "transformers.cosine", "optax.warmup_cosine_decay_schedule"], "StepLR"),
    ("cosine with warmup", ["transformers.cosine", "composer.CosineAnnealingWithWarmupScheduler"], "StepLR"),
    ("yolo", ["ultralytics.YOLO", "ultralytics.YOLOv5", "darknet.steps"], "StepLR"),
    ("wsd megatron", ["megatron.OptimizerParamScheduler"], "noam"),
    ("warmup stable decay", ["wsd", "timm.WSDLRScheduler", "transformers.warmup_stable_decay"], "noam"),
    ("hugging face", ["transformers.linear", "transformers.inverse_sqrt"], "timm.CosineLRScheduler"),
    ("hf cosine", ["transformers.cosine"], "CosineAnnealingLR"),
    ("one cycle", ["OneCycleLR", "fastai.fit_one_cycle", "optax.cosine_onecycle_schedule"], "wsd-s"),
    ("1cycle", ["OneCycleLR", "paddle.OneCycleLR"], "wsd-s"),
    ("trapezoidal", ["trapezoid", "wsd", "timm.WSDLRScheduler"], "noam"),
    ("linear decay", ["linear-to-zero", "transformers.linear", "optax.linear_schedule"], "StepLR"),
    ("flat cosine", ["flat-cosine", "fastai.fit_flat_cos"], "CosineAnnealingLR"),
    ("warm restarts", ["CosineAnnealingWarmRestarts", "optax.sgdr_schedule"], "StepLR"),
    ("step decay", ["StepLR", "keras.PiecewiseConstantDecay", "darknet.step"], "CosineAnnealingLR"),
    ("inverse square root", ["inverse-sqrt", "noam", "fairseq.inverse_sqrt"], "StepLR"),
    ("openmmlab", ["mmengine.LinearLR"], "LinearLR"),
  ])
  func `finds what is meant`(search: String, wanted: [String], unwanted: String) {
    let found = KindList.search(search.split(separator: " ").map(String.init)).map(\.fullName)
    for kind in wanted { #expect(found.contains(kind), "\(search) does not find \(kind)") }
    #expect(!found.contains(unwanted))
  }
}
