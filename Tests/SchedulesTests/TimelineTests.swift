import Testing

@testable import Schedules

@Suite struct TimelineTests {
  @Test func `counts turns that have begun`() {
    let timeline = Timeline(steps: 1750, stepsPerEpoch: 100)
    #expect(timeline.epochs == 18 && timeline.hasEpochs)
    #expect(timeline.turns(of: Cadence(.step)) == 1750)
    #expect(timeline.turns(of: Cadence(.step, every: 500)) == 4)
    #expect(timeline.turns(of: Cadence(.epoch, every: 2)) == 9)
    #expect(timeline.turns(of: Cadence(.epoch, every: 1_000_000_000_000)) == 1)
  }

  @Test func `tells a scheduler the length of the run in its own steps`() {
    let timeline = Timeline(epochs: 3, stepsPerEpoch: 100)
    #expect(timeline.length(for: Cadence(.step)) == RunLength(count: 300, perEpoch: 100))
    #expect(timeline.length(for: Cadence(.step, times: 4)) == RunLength(count: 1200, perEpoch: 400))
    #expect(timeline.length(for: Cadence(.step, every: 50)) == RunLength(count: 6, perEpoch: 2))
    #expect(timeline.length(for: Cadence(.epoch)) == RunLength(count: 3))
    #expect(timeline.length(for: Cadence(.epoch, times: 2)) == RunLength(count: 6, perEpoch: 2))
  }

  @Test func `has no epochs where a file counts updates alone`() {
    let timeline = Timeline(steps: 7)
    #expect(timeline.epochs == 7 && timeline.stepsPerEpoch == 1 && !timeline.hasEpochs)
  }

  @Test func `does not trap where numbers are too large`() {
    let timeline = Timeline(epochs: .max, stepsPerEpoch: .max)
    #expect(timeline.steps == .max)
    #expect(timeline.length(for: Cadence(.step, times: 10_000)).count == .max)
    #expect(timeline.turns(of: Cadence(.epoch, every: .max)) == 1)
  }
}
