import Diagnostics
import JSON
import Text

/// When a scheduler is stepped: at turns that come after every so many updates or epochs, and how often at each of them.
package struct Cadence: Sendable, Equatable {
  /// What is counted from one turn to the next.
  package let interval: Interval
  /// How many of them.
  package let every: Int
  /// Steps of the scheduler at each turn: accelerate takes one for every process.
  package let times: Int

  package init(_ interval: Interval, every: Int = 1, times: Int = 1) {
    self.interval = interval
    self.every = every
    self.times = times
  }

  static let everyBounds = Bounds.between(1, 1e12)
  static let timesBounds = Bounds.between(1, 10_000)

  /// Updates from one turn to the next; the largest number there is where they cannot be counted.
  package func updates(ofEpochs stepsPerEpoch: Int) -> Int {
    guard interval == .epoch else { return every }
    let (updates, overflow) = every.multipliedReportingOverflow(by: stepsPerEpoch)
    return overflow ? .max : updates
  }

  /// What was probably meant by a word that is not an interval.
  private static func hint(for word: String) -> String {
    let number = Decimal.readTyped(word).flatMap { Int(exactly: $0) }
    if let number, number > 0 { return "{\"steps\": \(number)}; on a command line, --interval \(number)step" }
    let isUpdate = ["batch", "iteration", "iter", "update", "steps"].contains { word.lowercasedASCII.begins(with: $0) }
    return "did you mean “\(isUpdate ? "step" : "epoch")”?"
  }

  /// Reads the value of `interval`: a word, or an object of one count.
  static func read(_ value: Value, times: Int, _ reading: inout Reading) -> Cadence? {
    guard case .object(let members) = value.content else {
      if case .string(let word) = value.content, Interval(rawValue: word) == nil {
        reading.report(
          Diagnostic(
            .value, "“interval” must be “epoch”, “step”, or an object, not “\(word)”", at: value.range,
            hint: hint(for: word)))
        return nil
      }
      return Interval.read(value, &reading).map { Cadence($0, times: times) }
    }
    var fields = Fields(members, of: "“interval”", namedAt: value.range.part(0, 1))
    fields.check(against: ["steps", "epochs"], as: .spec, noun: "key", &reading)
    let steps = Parameter<Int?>("steps", default: nil, in: everyBounds, "Updates between two turns.")
    let epochs = Parameter<Int?>("epochs", default: nil, in: everyBounds, "Epochs between two turns.")
    guard let steps = steps.read(from: fields, &reading), let epochs = epochs.read(from: fields, &reading) else {
      return nil
    }
    switch (steps, epochs) {
    case (let steps?, nil): return Cadence(.step, every: steps, times: times)
    case (nil, let epochs?): return Cadence(.epoch, every: epochs, times: times)
    case (nil, nil) where fields.isMisspelled("steps") || fields.isMisspelled("epochs"): return nil
    default:
      reading.report(
        Diagnostic(
          .value, "“interval” has either “steps” or “epochs”", at: value.range, hint: "{\"steps\": 500}, for example"))
      return nil
    }
  }
}
