import Testing

@testable import Schedules

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

  @Test func `is an epoch late behind the warm-up`() throws {
    let rates = try rates(30)
    expect([rates[119], rates[120], rates[149], rates[150], rates[299]], near: [0.7, 0.7, 0.7, 0.6, 0.2])
  }

  @Test func `counts a longer warm-up by epochs`() throws {
    let rates = try rates(40)
    expect([rates[60], rates[119], rates[120], rates[200]], near: [0.45, 0.793333, 0.7, 0.6])
  }
}
