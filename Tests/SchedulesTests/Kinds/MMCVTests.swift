import Testing

@testable import Schedules

@Suite struct MMCVTests {
  private func rates(_ members: String, epochs: Int, steps: Int, lr: Double = 1) throws -> [Double] {
    try fileRates(
      #"{"epochs": \#(epochs), "steps_per_epoch": \#(steps), "optimizer": {"lr": \#(lr)}, "scheduler": {"type": \#(members)}}"#
    )
  }

  @Test func `multiplies the regular rate by the warm-up, which goes on underneath`() throws {
    let cosine =
      #""mmcv.CosineAnnealing", "min_lr": 0, "warmup": "linear", "warmup_iters": 2.5, "warmup_by_epoch": true"#
    let rates = try rates(cosine, epochs: 50, steps: 100, lr: 3e-4)
    expect([0, 100, 249, 250, 300].map { rates[$0] * 1e4 }, near: [0.3, 1.378638, 2.977415, 2.988172, 2.973431])
  }

  @Test(arguments: [
    (#""mmcv.fixed", "warmup": "constant", "warmup_iters": 2"#, [0.1, 0.1, 1, 1, 1, 1]),
    (#""mmcv.fixed", "warmup": "exp", "warmup_iters": 2, "warmup_ratio": 0.01"#, [0.01, 0.1, 1, 1, 1, 1]),
    (#""mmcv.step", "step": [1, 2]"#, [1, 1, 0.1, 0.1, 0.01, 0.01]),
    (#""mmcv.step", "step": 2, "gamma": 0.5, "by_epoch": false"#, [1, 1, 0.5, 0.5, 0.25, 0.25]),
    (#""mmcv.step", "step": [1], "min_lr": 0.5"#, [1, 1, 0.5, 0.5, 0.5, 0.5]),
    (#""mmcv.exp", "gamma": 0.5"#, [1, 1, 0.5, 0.5, 0.25, 0.25]),
    (#""mmcv.inv", "gamma": 1"#, [1, 1, 0.5, 0.5, 0.333333, 0.333333]),
    (#""mmcv.poly", "by_epoch": false, "min_lr": 0.4"#, [1, 0.9, 0.8, 0.7, 0.6, 0.5]),
    (#""mmcv.LinearAnnealing", "min_lr_ratio": 0.4, "by_epoch": false"#, [1, 0.9, 0.8, 0.7, 0.6, 0.5]),
    (
      #""mmcv.FlatCosineAnnealing", "min_lr": 0, "start_percent": 0.5, "by_epoch": false"#, [1, 1, 1, 1, 0.75, 0.25]
    ),
    (
      #""mmcv.CosineRestart", "periods": [2, 4], "restart_weights": [1, 0.5], "min_lr": 0, "by_epoch": false"#,
      [1, 0.5, 0.5, 0.426777, 0.25, 0.073223]
    ),
  ])
  func `follows`(members: String, expected: [Double]) throws {
    expect(try rates(members, epochs: 3, steps: 2), near: expected)
  }

  @Test(arguments: [
    (#""mmcv.fixed", "warmup": "linear""#, #"value at "linear""#),
    (#""mmcv.CosineAnnealing""#, #"param at "mmcv.CosineAnnealing""#),
    (#""mmcv.CosineAnnealing", "min_lr": 0, "min_lr_ratio": 0"#, "param at 0"),
    (#""mmcv.CosineRestart", "periods": [2, 4], "min_lr": 0"#, "value at [2, 4]"),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(#"{"type": \#(members)}"#) == expected)
  }
}
