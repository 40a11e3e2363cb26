import Schedules
import Text

extension CommandLine.Argument {
  /// The number that it is, as people write one on a line: `1e6`, `1_200_000`, `300k`, `1.2M`, `4B`; `nil` for other words.
  var typedNumber: Double? { Decimal.readTyped(text) }

  /// Whether it is a percentage: `6%`.
  var isPercentage: Bool {
    text.utf8.last == UInt8(ascii: "%") && Decimal.readLoosely(text.dropping(last: 1)) != nil
  }

  /// A part of the run as a percentage: `0.06` as `6%`; other values as they are.
  var asPercentage: CommandLine.Argument {
    guard let part = typedNumber, part >= 0, part <= 1 else { return self }
    return CommandLine.Argument(text: Shown.percent(part), range: range)
  }

  /// Whether it is a number whose digits are grouped: `1,200,000` by commas.
  func isGrouped(by separator: Unicode.Scalar) -> Bool {
    let parts = text.parts(between: separator)
    return parts.count > 1 && (1...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { $0.utf8.allSatisfy(\.isDigit) && !$0.isEmpty }
      && parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }
  /// A list that is separated by something other than commas, with commas: `30;60;80` as `30,60,80`.
  var separatedByCommas: String? {
    for separator: Unicode.Scalar in [";", ":", " ", "/"] {
      let parts = text.parts(between: separator).filter { !$0.isEmpty }
      if parts.count > 1, parts.allSatisfy({ Decimal.readTyped($0) != nil }) { return parts.joined(by: ",") }
    }
    return nil
  }
}
