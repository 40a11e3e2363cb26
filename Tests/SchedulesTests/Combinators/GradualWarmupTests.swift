import Testing

@testable import Schedules

@Suite struct GradualWarmupTests {
  private func json(_ after: String?, multiplier: Double = 1, total: Double = 3) -> String {
    let after = after.map { #", "after_scheduler": \#($0)"# } ?? ""
    return #"{"type": "GradualWarmupScheduler", "multiplier": \#(multiplier), "total_epoch": \#(total)\#(after)}"#
  }

  private let step = #"{"type": "StepLR", "step_size": 3, "gamma": 0.5}"#
  private let plateau = #"{"type": "ReduceLROnPlateau", "patience": 0, "factor": 0.5}"#

  @Test func `climbs from zero to the base rate, and shows the peak twice`() throws {
    let rates = try Stepping.rates(json(step), count: 9)
    let expected: [Double] = [0, 1.0 / 3, 2.0 / 3, 1, 1, 1, 1, 0.5, 0.5]
    #expect(rates == expected)
  }

  @Test func `climbs from the base rate to a multiple of it`() throws {
    #expect(try Stepping.rates(json(nil, multiplier: 4), count: 6) == [1, 2, 3, 4, 4, 4])
  }

  @Test func `applies a recurrence once without counting it`() throws {
    let exponential = #"{"type": "ExponentialLR", "gamma": 0.5}"#
    #expect(try Stepping.rates(json(exponential, multiplier: 4), count: 7) == [1, 2, 3, 4, 2, 1, 0.5])
    let cosine = #"{"type": "CosineAnnealingLR", "T_max": 4}"#
    let rates = try Stepping.rates(json(cosine, multiplier: 8), count: 9)
    expect(Array(rates[3...]), near: [8, 9.372583, 8, 4.686292, 1.372583, 0])
  }

  @Test func `counts from one before a scheduler that watches a metric`() throws {
    let rates = try Stepping.rates(json(plateau, multiplier: 4), count: 6, metric: 1)
    #expect(rates == [2, 3, 4, 4, 2, 1])
  }

  @Test func `lets a combinator begin anew from the raised base rates`() throws {
    let chain = #"{"type": "ChainedScheduler", "schedulers": [\#(step)]}"#
    #expect(try Stepping.rates(json(chain, multiplier: 3, total: 2), count: 8) == [1, 2, 3, 3, 3, 3, 1.5, 1.5])
  }

  @Test func `is as long as the warm-up and what follows`() throws {
    #expect(try Stepping(json(#"{"type": "cosine", "T_max": 50}"#)).node.scheduler.length == 54)
    #expect(try Stepping(json(nil)).node.scheduler.length == 5)
    #expect(try Stepping(json(step)).node.scheduler.length == nil)
  }

  @Test func `consists of the warm-up and the phases of what follows`() throws {
    let sequence = #"{"type": "SequentialLR", "schedulers": [\#(step), \#(step)], "milestones": [5]}"#
    let phases = try Stepping(json(sequence)).node.phases
    #expect(phases.map(\.start) == [0, 4, 9])
    #expect(phases.map(\.label) == ["warm-up", "step", "step"])
  }

  @Test func `needs a metric when what follows does`() throws {
    #expect(try Stepping(json(plateau)).node.scheduler.watchesMetric)
    let outer = try Stepping(json(json(plateau)))
    #expect(!outer.node.scheduler.watchesMetric)
    #expect(refusal(json(json(plateau)), steps: 9) == #"run at "ReduceLROnPlateau""#)
  }

  @Test func `refuses a multiplier below one, and no epochs`() {
    #expect(refusal(json(nil, multiplier: 0.5)) == "value at 0.5")
    #expect(refusal(json(step, total: 0)) == "value at 0.0")
    #expect(refusal(json(plateau, total: 0.5)) == "value at 0.5")
  }
}
