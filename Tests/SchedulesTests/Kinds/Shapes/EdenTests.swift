import Testing

@testable import Schedules

@Suite struct EdenTests {
  private static func json(_ members: String) -> String { #"{"type": "eden", \#(members)}"# }

  @Test(arguments: [
    (#""lr_batches": 4, "lr_epochs": 1e9, "warmup_steps": 2"#, [0.5, 0.738719, 0.945742, 0.894427, 0.840896])
  ])
  func `falls by the batch where an epoch is a batch`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `counts epochs as the run has them`() throws {
    let json = #"""
      {"epochs": 3, "steps_per_epoch": 3, "optimizer": {"lr": 1},
       "scheduler": {"type": "eden", "lr_batches": 4, "lr_epochs": 2, "warmup_steps": 2}}
      """#
    var schedule = try Schedule(json: json)
    var rates: [Double] = []
    for _ in 0..<8 {
      rates.append(schedule.optimizer.groups[0].lr)
      try schedule.step()
    }
    expect(rates, near: [0.5, 0.738719, 0.945742, 0.845897, 0.795271, 0.747492, 0.626284, 0.592303])
  }

  @Test func `must know how long an epoch is`() {
    #expect(throws: (any Error).self) {
      try Schedule(json: #"{"scheduler": {"type": "eden", "lr_batches": 4, "lr_epochs": 2}}"#)
    }
  }

  @Test(arguments: [
    (#""lr_batches": 4"#, #"param at "eden""#),
    (#""lr_batches": 0, "lr_epochs": 1"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
