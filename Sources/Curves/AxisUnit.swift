import Schedules

/// What the horizontal axis of a picture counts.
package enum AxisUnit: String, CaseIterable, Sendable {
  case epoch, step, sample, token, percent

  /// What the axis is called, with its unit.
  package var title: String {
    switch self {
    case .step: "step"
    case .epoch: "epoch"
    case .sample: "samples"
    case .token: "tokens"
    case .percent: "% of the run"
    }
  }

  /// The key of a schedule file that would give a run this unit; `nil` where it has it.
  fileprivate func missingKey(in timeline: Timeline) -> String? {
    switch self {
    case .percent: nil
    case .step: timeline.countsUpdates ? nil : "“steps_per_epoch”"
    case .epoch: timeline.hasEpochs ? nil : "“steps_per_epoch”"
    case .sample: timeline.batch == nil ? "“batch”" : nil
    case .token: timeline.batch?.tokensPerSample == nil ? "“tokens_per_sample” in “batch”" : nil
    }
  }

  /// Where a step begins on the axis.
  fileprivate func position(of step: Int, in timeline: Timeline) -> Double {
    switch self {
    case .step: Double(step)
    case .epoch: Double(step) / Double(timeline.stepsPerEpoch)
    case .percent: 100 * Double(step) / Double(max(1, timeline.steps))
    case .sample: Double(timeline.batch?.samples(before: step) ?? step)
    case .token: Double(timeline.batch?.tokens(before: step) ?? step)
    }
  }

  /// How many steps make a unit, if it is the same number all along.
  fileprivate func stepsPerUnit(in timeline: Timeline) -> Double? {
    switch self {
    case .step: 1
    case .epoch: Double(timeline.stepsPerEpoch)
    case .percent: Double(timeline.steps) / 100
    case .sample, .token:
      timeline.batch?.constantSize.map {
        1 / (Double($0) * (self == .token ? Double(timeline.batch?.tokensPerSample ?? 1) : 1))
      }
    }
  }
}

extension Curve {
  /// A curve whose rows stand evenly on an axis, and how many of them make a unit.
  package struct Placed {
    package let curve: Curve
    package let rowsPerUnit: Double
  }

  /// The default axis: epochs, unless there are none.
  package var usualAxis: AxisUnit {
    if columns.contains(where: { !$0.timeline.hasEpochs }) { return .step }
    let isShared = columns.allSatisfy { $0.timeline.stepsPerEpoch == columns[0].timeline.stepsPerEpoch }
    return isShared && stepsPerEpoch == 1 && unit == .step ? .step : .epoch
  }

  /// The first curve that cannot stand on an axis, and the key of its file that would change that.
  package func lack(on axis: AxisUnit) -> (curve: String?, key: String)? {
    // Where no run tells updates from epochs, each of its epochs may be called a step.
    if axis == .step, columns.allSatisfy({ $0.timeline.hasEpochs && $0.timeline.stepsPerEpoch == 1 }) { return nil }
    return columns.lazy.compactMap { column in axis.missingKey(in: column.timeline).map { (column.curve, $0) } }.first
  }

  /// More places than this are no finer in a picture.
  private static let mostPlaces = 2_000_000
  private static let fewestPlaces = 4000

  /// The curve on an axis: as it is where its steps stand evenly there, else read off at even places.
  package func placed(on axis: AxisUnit) -> Placed {
    let widths = columns.map { axis.stepsPerUnit(in: $0.timeline) }
    if let width = widths.first ?? 1, widths.allSatisfy({ $0 == width }) {
      return Placed(curve: self, rowsPerUnit: width)
    }
    let end = columns.map { axis.position(of: $0.timeline.steps, in: $0.timeline) }.max() ?? 1
    let longest = columns.map(\.timeline.steps).max() ?? 1
    let count = min(Curve.mostPlaces, max(Curve.fewestPlaces, longest))
    var placed = self
    placed.columns = columns.map { $0.read(at: count, places: end / Double(count), on: axis) }
    return Placed(
      curve: Curve(columns: placed.columns, rowCount: count, timeline: Timeline(steps: count), unit: .step),
      rowsPerUnit: Double(count) / end)
  }
}

extension Curve.Column {
  /// The column at places that are `width` units apart; no values where the run is over.
  fileprivate func read(at count: Int, places width: Double, on axis: AxisUnit) -> Curve.Column {
    var column = self
    column.rows = Curve.Rows(of: count)
    column.values = Array(repeating: .nan, count: count)
    var starts: [Int] = []
    var (step, phase) = (0, 0)
    var (start, end) = (0.0, axis.position(of: 1, in: timeline))
    for place in 0..<count {
      let position = Double(place) * width
      while step < timeline.steps, position >= end {
        step += 1
        (start, end) = (end, axis.position(of: step + 1, in: timeline))
      }
      while phase < phases.count, phases[phase].start <= step {
        starts.append(place)
        phase += 1
      }
      guard step < timeline.steps, step < values.count else { break }
      column.values[place] = value(at: step, part: (position - start) / (end - start), in: phase - 1)
    }
    column.phases = zip(starts, phases).map { Phase(start: $0, motion: $1.motion, label: $1.label) }
    return column
  }

  /// The value some way after a step: what jumps keeps it until the next one.
  private func value(at step: Int, part: Double, in phase: Int) -> Double {
    let value = values[step]
    guard part > 0, step + 1 < values.count, phases.indices.contains(phase), phases[phase].motion == .moves,
      phase + 1 == phases.count || phases[phase + 1].start > step + 1
    else { return value }
    let next = values[step + 1]
    return next.isNaN ? value : value + (next - value) * part
  }
}
