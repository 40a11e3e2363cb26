import Testing

@testable import Schedules

@Suite struct TrainersTests {
  @Test func `torchtitan counts from one, and ends one step after the training`() throws {
    let json = #"""
      {"type": "torchtitan.linear_warmup_stable_decay", "warmup_steps": 2, "total_steps": 10, "decay_type": "cosine",
       "min_lr_factor": 0.1}
      """#
    let rates = try Stepping.rates(json, count: 10)
    expect(Array(rates.prefix(4)) + [rates[9]], near: [0.5, 1, 1, 0.965746, 0.134254])
    let ratio = #"{"type": "torchtitan.lr_scheduler", "warmup_steps": 4, "total_steps": 10, "decay_ratio": 0.5}"#
    expect(try Stepping.rates(ratio, count: 11), near: [0.25, 0.5, 0.75, 1, 1, 1, 0.8, 0.6, 0.4, 0.2, 0])
  }

  @Test(arguments: [
    (
      #""axolotl.rex", "num_warmup_steps": 3, "min_lr": 0.1"#,
      [0.333333, 0.666667, 1, 0.985246, 0.965385, 0.937209, 0.894118, 0.82, 0.6625, 0.1]
    ),
    (#""axolotl.cosine_with_quadratic_warmup", "num_warmup_steps": 3"#, [0, 0.111111, 0.444444, 1, 0.950484]),
    (
      #""axolotl.cosine_with_warmup_decay_constant", "num_warmup_steps": 2, "constant_lr_ratio": 0.8, "min_lr_ratio": 0.1"#,
      [0, 0.5, 1, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.1, 0.1]
    ),
    (#""axolotl.cosine_with_min_lr", "num_warmup_steps": 2, "min_lr_ratio": 0.5"#, [0, 0.5, 1, 0.980970]),
    (#""diffusers.linear", "num_warmup_steps": 2"#, [0, 0.5, 1, 0.875]),
    (#""diffusers.cosine", "num_warmup_steps": 2"#, [0, 0.5, 1, 0.961940]),
    (#""diffusers.constant_with_warmup", "num_warmup_steps": 2"#, [0, 0.5, 1, 1]),
    (#""diffusers.polynomial", "num_warmup_steps": 2, "power": 2"#, [0, 0.5, 1, 0.765625]),
    (
      #""diffusers.cosine_with_restarts", "num_warmup_steps": 2, "num_cycles": 2"#,
      [0, 0.5, 1, 0.853553, 0.5, 0.146447, 1]
    ),
    (#""diffusers.constant""#, [1, 1]),
  ])
  func `follows`(members: String, rates: [Double]) throws {
    let json = #"{"type": \#(members), "num_training_steps": 10}"#
    expect(try Stepping.rates(json, count: rates.count), near: rates)
  }

  @Test func `diffusers' rules hold up to their steps`() throws {
    let json = #"{"type": "diffusers.piecewise_constant", "step_rules": "1:2,0.5:4,0.1:5,0.05"}"#
    #expect(try Stepping.rates(json, count: 7) == [1, 1, 0.5, 0.5, 0.1, 0.05, 0.05])
    #expect(
      try Stepping.rates(#"{"type": "diffusers.piecewise_constant", "step_rules": "0.5"}"#, count: 2) == [0.5, 0.5])
  }

  @Test(arguments: ["", "1:2", "1:2:3,1", "a:2,1", "1:2.5,1", "1,1"])
  func `diffusers refuses rules`(rules: String) {
    #expect(refusal(#"{"type": "diffusers.piecewise_constant", "step_rules": "\#(rules)"}"#).hasPrefix("value at"))
  }

  @Test func `bolts is at the peak twice, and one short of the end`() throws {
    let json = #"{"type": "LinearWarmupCosineAnnealingLR", "warmup_epochs": 10, "max_epochs": 40}"#
    let rates = try Stepping.rates(json, count: 41, lr: 0.02)
    expect([0, 1, 9, 10, 25, 39].map { rates[$0] * 100 }, near: [0, 0.222222, 2, 2, 1, 0.005478])
    #expect(refusal(#"{"type": "bolts", "warmup_epochs": 4, "max_epochs": 4}"#) == "value at 4")
  }

  @Test(arguments: [
    (#""ultralytics.YOLO", "release": "8.2""#, [2.3125e-5, 7.0785e-5, 7e-5]),
    (#""ultralytics.YOLO""#, [9.25e-5, 7.15e-5, 7e-5]),
  ])
  func `ultralytics before 8.4 warms up for 100 batches`(members: String, rates: [Double]) throws {
    let all = try fileRates(
      #"{"epochs": 60, "steps_per_epoch": 5, "optimizer": {"lr": 1e-4}, "scheduler": {"type": \#(members), "lrf": 0.1, "warmup_epochs": 5}}"#
    )
    expect([25, 99, 100].map { all[$0] * 1e4 }, near: rates.map { $0 * 1e4 })
  }

  @Test func `YOLOv7 warms up for 1000 batches`() throws {
    let all = try fileRates(
      #"{"epochs": 300, "steps_per_epoch": 5, "optimizer": {"lr": 1}, "scheduler": {"type": "ultralytics.YOLOv7", "linear_lr": true}}"#
    )
    expect([0, 500].map { all[$0] }, near: [0, 0.35])
  }
}
