import Foundation
import Schedules
import Testing

/// Resumed schedules of a training loop: the rates are those that `Tests/Reference/resume_family.py` has of torch.
@Suite struct ScheduleResumingTests {
  private static func cosine(_ length: Int) -> String {
    #"{"optimizer": {"lr": 1}, "scheduler": {"type": "CosineAnnealingLR", "T_max": \#(length)}}"#
  }

  private func rates(of schedule: Schedule, _ count: Int) throws -> [Double] {
    var (schedule, rates) = (schedule, [Double]())
    for _ in 0..<count {
      rates.append(schedule.rate)
      try schedule.endEpoch()
    }
    return rates
  }

  private func trained(_ epochs: Int) throws -> Schedule {
    var schedule = try Schedule(json: Self.cosine(8))
    for _ in 0..<epochs { try schedule.endEpoch() }
    return schedule
  }

  @Test(arguments: [
    (Restoration.stateDict, [0.5, 0.30865828381745514, 0.14644660940672627, 0.03806023374435664]),
    (.scheduler, [1, 0.6173165676349103, 0.29289321881345254, 0.07612046748871328]),
    (.lastEpoch, [0.5, 0.41960634836750693, 0.3333333333333333, 0.24706031829915978]),
    (.optax, [0.75, 0.6294095225512604, 0.5, 0.3705904774487397]),
  ])
  func `goes on as the framework would`(restoration: Restoration, expected: [Double]) throws {
    let resumed = try Schedule(resuming: try trained(4), as: Self.cosine(12), restoring: restoration)
    #expect(try rates(of: resumed, 4) == expected)
  }

  @Test func `restores to the same bits`() throws {
    var resumed = try Schedule(resuming: try trained(4), as: Self.cosine(12), restoring: .scheduler)
    try resumed.endEpoch()
    let data = try JSONEncoder().encode(resumed.state)
    let state = try JSONDecoder().decode(Schedule.State.self, from: data)
    let restored = try Schedule(json: Self.cosine(12), state: state)
    #expect(try rates(of: restored, 3) == rates(of: resumed, 3))
  }

  @Test func `refuses what torch refuses`() throws {
    let other = #"{"optimizer": {"param_groups": [{}, {}]}, "scheduler": {"type": "CosineAnnealingLR", "T_max": 8}}"#
    let trained = try trained(4)
    #expect(throws: ScheduleError.self) { try Schedule(resuming: trained, as: other) }
    #expect(throws: ScheduleError.self) {
      try Schedule(resuming: trained, as: #"{"scheduler": {"type": "LambdaLR", "lr_lambda": "1"}}"#)
    }
  }
}
