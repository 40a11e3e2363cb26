import JSON
import Logs
import Schedules
import Text

/// Which schedule made some readings.
package struct Identification: Sendable {
  package let hypothesis: Hypothesis
  /// How long the run was, as far as is known.
  package let steps: Int
  /// “to the bit”, “to 1e-9”, “to 4 digits”.
  package let exactness: String

  /// Finds a schedule that gives all readings, as exactly as they are written; `nil` where none of those tried does.
  ///
  /// The readings tell what there is: a rise, a level, drops, a fall along a line, a cosine, a power, and the steps and
  /// rates of these. What libraries have of that shape is then run, the simplest first: that of the fewest and roundest
  /// values, and of several the one that more people use.
  package static func of(_ readings: RateReadings) -> Identification? {
    let guesses = Guesses(CurveShape(readings)).all
    // Hypotheses are few; what costs time is to run them, so the order is made first.
    let order = guesses.enumerated().map { (cost: $1.cost, place: $0, hypothesis: $1) }
      .sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }
    let rows = (readings.rows.last ?? 0) + 1
    let steps = max(rows, readings.total ?? rows)
    var trial = Trial(readings)
    for (_, _, hypothesis) in order {
      if let exactness = trial.exactness(of: hypothesis, steps: steps) {
        return Identification(
          hypothesis: hypothesis, steps: length(of: hypothesis, atLeast: steps, readings), exactness: exactness)
      }
      if trial.isOver { break }
    }
    return nil
  }

  /// Whether the schedule is as long as a run of so many steps.
  package func lasts(_ steps: Int) -> Bool { Identification.length(of: hypothesis) == steps }

  private static func length(of hypothesis: Hypothesis) -> Int? {
    let roles = hypothesis.kind.declaration.parameters
    let length = hypothesis.parameters.lazy.compactMap { name, value -> Int? in
      guard roles.contains(where: { $0.name == name && $0.role == .length }), case .number(let number) = value.content
      else { return nil }
      return Int(exactly: number.value)
    }.first
    return length.map { $0 + (hypothesis.warmUp?.steps ?? 0) }
  }

  /// The steps of a run that goes on to the end of its schedule, if that is near the last reading.
  private static func length(of hypothesis: Hypothesis, atLeast steps: Int, _ readings: RateReadings) -> Int {
    guard readings.total == nil, let whole = length(of: hypothesis) else { return steps }
    return whole > steps && whole - steps <= steps / 10 + 1 ? whole : steps
  }
}
