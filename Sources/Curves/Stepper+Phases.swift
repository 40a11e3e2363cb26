import Schedules
import Text

extension Stepper {
  /// The rows that the longest of its schedulers describes, if any says so.
  func length(in timeline: Timeline) -> Int? {
    lengths.compactMap { length, cadence in
      let turns =
        (length / Double(cadence.times)).rounded(.up) * Double(cadence.updates(ofEpochs: timeline.stepsPerEpoch))
      return Int(exactly: min(turns, 1e15))
    }.max()
  }

  /// The phases of the run in rows: those of the one scheduler that has several, or the run as one.
  func phases(in timeline: Timeline) -> [Phase] {
    let last = timeline.steps
    let all = phases.map { phases, cadence in
      let updates = cadence.updates(ofEpochs: timeline.stepsPerEpoch)
      return phases.compactMap { phase -> Phase? in
        // The turn that takes the last of the steps before it is the one that it begins with.
        let turns = phase.start / cadence.times + (phase.start % cadence.times > 0 ? 1 : 0)
        let (row, overflow) = turns.multipliedReportingOverflow(by: updates)
        guard !overflow, row < last else { return nil }
        return Phase(start: row, motion: updates > 1 ? .jumps : phase.motion, label: phase.label)
      }
    }
    let divided = all.filter { $0.count > 1 }
    let whole = all.filter { $0.count == 1 }.flatMap { $0 }
    let label = whole.map(\.label).filter { !$0.isEmpty }.joined(by: " · ")
    if divided.isEmpty {
      let motions = whole.map(\.motion)
      let motion: Motion = motions.contains(.moves) ? .moves : motions.contains(.unknown) ? .unknown : .jumps
      return [Phase(start: 0, motion: motion, label: label)]
    }
    let phases = divided.count == 1 ? divided[0] : Self.overlaid(divided)
    // Outside a scheduler's own window the others go on, or the rate is held.
    return phases.map { phase in
      phase.label.isEmpty
        ? Phase(start: phase.start, motion: phase.motion, label: label.isEmpty ? "hold" : label) : phase
    }
  }

  /// The phases of several schedulers at once: one begins wherever one of theirs does, and is called by all of them.
  private static func overlaid(_ all: [[Phase]]) -> [Phase] {
    // The place of each scheduler among its own phases goes forward with the starts.
    var places = all.map { _ in 0 }
    return Set(all.flatMap { $0.map(\.start) }).sorted().map { start in
      let here = all.indices.compactMap { index -> Phase? in
        let phases = all[index]
        while places[index] + 1 < phases.count, phases[places[index] + 1].start <= start { places[index] += 1 }
        return phases.indices.contains(places[index]) && phases[places[index]].start <= start
          ? phases[places[index]] : nil
      }
      return Phase(
        start: start, motion: here.contains { $0.motion == .moves } ? .moves : .jumps,
        label: here.map(\.label).filter { !$0.isEmpty }.joined(by: " · "))
    }
  }
}
