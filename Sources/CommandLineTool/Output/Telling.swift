import Curves
import Schedules
import Text

/// Tells what a curve does, for who cannot see it.
enum Telling {
  static func of(_ curve: Curve) -> String {
    let rates = curve.columns(of: .lr)
    var sentences = rates.prefix(12).compactMap { sentence($0, of: curve) }
    if rates.count > 12 { sentences.append("And \(rates.count - 12) more param groups.") }
    for quantity in [Curve.Quantity.momentum, .beta1, .metric] {
      sentences += curve.columns(of: quantity).prefix(1).compactMap { sentence($0, of: curve) }
    }
    return sentences.joined(separator: " ")
  }

  /// First, highest, lowest and last value, each told once.
  private static func sentence(_ column: Curve.Column, of curve: Curve) -> String? {
    let values = column.values.enumerated().filter { $0.element.isFinite }
    guard let first = values.first, let last = values.last,
      let high = values.max(by: { $0.element < $1.element }), let low = values.min(by: { $0.element < $1.element })
    else { return nil }
    let subject =
      (column.quantity == .lr ? "Learning rate" : column.quantity.rawValue) + (column.group.map { " of \($0)" } ?? "")
    if high.element == low.element { return "\(subject): \(Shown.number(first.element)) throughout." }
    var parts = ["\(subject): starts at \(number(first.element))"]
    if high.offset != first.offset, high.offset != last.offset { parts.append(at("highest", high, curve)) }
    if low.offset != first.offset, low.offset != last.offset { parts.append(at("lowest", low, curve)) }
    parts.append(at("ends at", last, curve))
    return parts.joined(separator: ", ") + "."
  }

  private static func at(_ word: String, _ value: (offset: Int, element: Double), _ curve: Curve) -> String {
    let place = curve.stepsPerEpoch > 1 ? "step" : "epoch"
    return "\(word) \(number(value.element)) at \(place) \(value.offset)"
  }

  /// Four significant digits.
  private static func number(_ value: Double) -> String { SignificantDigits.text(value, count: 4) }
}
