import Testing

@testable import Schedules

@Suite struct UltralyticsYOLOTests {
  private static func columns(_ scheduler: String, optimizer type: String = "SGD", epochs: Int = 4) throws
    -> [[ParamGroup]]
  {
    let spec = try spec(
      #"""
      {"epochs": \#(epochs), "steps_per_epoch": 2, "scheduler": {"type": "ultralytics.YOLO", \#(scheduler)},
       "optimizer": {"type": "\#(type)", "lr": 1, "param_groups": [{"name": "weight"}, {"name": "bias"}]
                     \#(type == "SGD" ? #", "momentum": 0.9"# : "")}}
      """#)
    var plan = try #require(spec.plans.first)
    try plan.nodes[0].node.start(&plan.optimizer)
    var rows = [plan.optimizer.groups]
    while rows.count < 2 * epochs {
      try plan.nodes[0].node.step(&plan.optimizer, metric: nil)
      rows.append(plan.optimizer.groups)
    }
    return rows
  }

  @Test func `warms up weights from zero and biases from their own rate, and falls by epochs`() throws {
    let rows = try Self.columns(#""warmup_epochs": 1, "lrf": 0.2, "warmup_bias_lr": 3"#)
    expect(rows.map(\.[0].lr), near: [0, 0.5, 0.8, 0.8, 0.6, 0.6, 0.4, 0.4])
    expect(rows.map(\.[1].lr), near: [3, 2, 0.8, 0.8, 0.6, 0.6, 0.4, 0.4])
    expect(rows.compactMap(\.[0].momentum), near: [0.8, 0.85, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])
  }

  @Test func `goes along a half cosine, and leaves the last epoch without a warm-up`() throws {
    let rows = try Self.columns(#""warmup_epochs": 9, "lrf": 0, "cos_lr": true"#, epochs: 2)
    expect(rows.map(\.[0].lr), near: [0, 0.5, 0.5, 0.5])
    let cold = try Self.columns(#""warmup_epochs": 0, "lrf": 0"#, epochs: 2)
    #expect(cold.map(\.[0].lr) == [1, 1, 0.5, 0.5])
  }

  @Test func `leaves betas alone`() throws {
    let rows = try Self.columns(#""warmup_epochs": 1"#, optimizer: "AdamW")
    #expect(rows.allSatisfy { $0[0].betas == Betas(0.9, 0.999) && $0[0].momentum == nil })
  }

  @Test func `needs the epochs of a run`() {
    #expect(throws: ScheduleError.self) { try Schedule(json: #"{"scheduler": {"type": "ultralytics.yolov8"}}"#) }
  }
}

@Suite struct UltralyticsYOLOv5Tests {
  private func rates(_ stepsPerEpoch: Int) throws -> [Double] {
    try fileRates(
      #"""
      {"epochs": 10, "steps_per_epoch": \#(stepsPerEpoch), "optimizer": {"lr": 1},
       "scheduler": {"type": "ultralytics.YOLOv5", "warmup_epochs": 3, "lrf": 0}}
      """#)
  }

  @Test func `warms up for a hundred batches at least, to where the epoch is`() throws {
    let rates = try rates(30)
    expect([rates[0], rates[50], rates[99], rates[100]], near: [0, 0.45, 0.693, 0.7])
  }

  @Test func `is an epoch late after the warm-up`() throws {
    let rates = try rates(30)
    expect([rates[119], rates[120], rates[149], rates[150], rates[299]], near: [0.7, 0.7, 0.7, 0.6, 0.2])
  }

  @Test func `counts a longer warm-up by epochs`() throws {
    let rates = try rates(40)
    expect([rates[60], rates[119], rates[120], rates[200]], near: [0.45, 0.793333, 0.7, 0.6])
  }
}
