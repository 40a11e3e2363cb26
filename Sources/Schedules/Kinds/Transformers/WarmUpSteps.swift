import Diagnostics
import JSON
import Text

/// The length of a warm-up: a number of steps, or a percentage of the run's.
enum WarmUpSteps: ParameterValue, Equatable {
  case steps(Double)
  case part(Double)

  static var valueType: ValueType { .either(.number, .percentage) }

  static func read(_ value: Value, _ reading: inout Reading) -> WarmUpSteps? {
    guard case .string(let text) = value.content else { return Double.read(value, &reading).map(WarmUpSteps.steps) }
    if let part = part(text), part >= 0, part < 1 { return .part(part) }
    reading.report(
      Diagnostic(
        .value, "\(reading.subject) must be a number of steps, or a percentage from 0% to below 100%, not “\(text)”",
        at: value.range, hint: "for example, \"6%\""))
    return nil
  }

  /// What a percentage means: 0.06 for `6%`, read as that decimal so that it has the same bits.
  private static func part(_ text: String) -> Double? {
    let bytes = Bytes(text.utf8)
    guard bytes.last == UInt8(ascii: "%"), let number = Decimal.read(bytes.dropLast()) else { return nil }
    return Decimal.read((bytes.dropLast() + Bytes("e-2".utf8))[...])?.value ?? number.value / 100
  }

  /// The steps in a run of `total` steps: as many as transformers' Trainer makes of a fraction.
  func count(of total: Double) -> Double {
    switch self {
    case .steps(let count): count
    case .part(let part): (total * part).rounded(.up)
    }
  }

  var shown: String {
    switch self {
    case .steps(let count): count.shown
    case .part(let part): "\"\(Shown.number(part * 100))%\""
    }
  }
}
