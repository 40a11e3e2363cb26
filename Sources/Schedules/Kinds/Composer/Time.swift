import Diagnostics
import JSON
import Text

extension Composer {
  /// A time as Composer writes it: `10ep`, `100ba`, `0.5dur`.
  struct Time: ParameterValue {
    /// What a time counts; samples, tokens and seconds are nothing that a run here has.
    enum Unit: String, CaseIterable {
      case epochs = "ep"
      case batches = "ba"
      case duration = "dur"
    }

    let value: Double
    let unit: Unit

    /// The whole training.
    static let wholeTraining = Time(value: 1, unit: .duration)
    static let oneEpoch = Time(value: 1, unit: .epochs)

    static var valueType: ValueType { .text }
    private static let hint = "“10ep” are epochs, “100ba” batches, “0.5dur” is half the training"

    static func read(_ value: Value, _ reading: inout Reading) -> Time? {
      guard case .string(let text) = value.content else {
        if case .number(let number) = value.content {
          let found = Shown.number(number.value)
          reading.report(
            Diagnostic(
              .value, "\(reading.subject) must be a time with its unit, not \(found)", at: value.range, hint: hint))
          return nil
        }
        return reading.mismatch(value, valueType)
      }
      do throws(Diagnostic) {
        return try parse(text)
      } catch {
        reading.report(
          Diagnostic(.value, "\(reading.subject): \(error.message)", at: value.range, hint: error.hint ?? hint))
        return nil
      }
    }

    /// Reads a time, in upper or lower case.
    static func parse(_ text: String) throws(Diagnostic) -> Time {
      let text = text.lowercased()
      guard let unit = Unit.allCases.first(where: { text.hasSuffix($0.rawValue) }) else {
        throw strange(text)
      }
      let number = String(text.dropLast(unit.rawValue.count))
      guard let value = PythonLiteral.float(number), abs(value) <= 1e15 else {
        throw Diagnostic(.value, "“\(text)” is not a time")
      }
      guard unit == .duration || value == value.rounded(.down) else {
        throw Diagnostic(.value, "“\(text)” must be whole: only “dur” takes a fraction")
      }
      return Time(value: value, unit: unit)
    }

    private static func strange(_ text: String) -> Diagnostic {
      for (suffix, noun) in [("sp", "samples"), ("tok", "tokens"), ("iter", "iterations")]
      where text.hasSuffix(suffix) {
        return Diagnostic(.value, "“\(text)” counts \(noun), of which a run here knows nothing")
      }
      let isClock = text.utf8.last.map { "hms".utf8.contains($0) } ?? false || text.hasSuffix("sec")
      return Diagnostic(
        .value, isClock ? "“\(text)” is wall-clock time, which no schedule can use" : "“\(text)” is not a time")
    }

    var shown: String { "\"\(Shown.number(value))\(unit.rawValue)\"" }
  }
}
