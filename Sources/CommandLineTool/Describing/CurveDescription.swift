import Curves
import Schedules
import Text

/// Tells what a curve does as a person would, for people who cannot see it: “rises from 0.01 to 0.1 over 5 epochs, then falls
/// along a cosine to 3.4e-5 at epoch 89”.
struct CurveDescription {
  /// More spans than this are counted, not described.
  private static let longest = 6
  private static let mostDescribed = 4

  let column: Curve.Column
  let unit: Curve.Unit
  /// The values up to the first that is not there.
  let values: ArraySlice<Double>

  init(_ column: Curve.Column, unit: Curve.Unit) {
    self.column = column
    self.unit = unit
    values = column.values.prefix { !$0.isNaN }
  }

  static func of(_ curve: Curve) -> String {
    let rates = curve.columns(of: .lr)
    // More sentences of the same kind would say nothing new.
    let described = rates.count <= mostDescribed ? rates : Array(rates.prefix(1) + rates.suffix(1))
    var sentences = described.compactMap { CurveDescription($0, unit: curve.unit).sentence }
    if described.count < rates.count { sentences.insert("There are \(rates.count) curves.", at: 0) }
    sentences += ResumePointDescription.of(curve).map { "The run is resumed at \(curve.unit) \($0.row): \($0.words)." }
    for quantity in curve.quantities where quantity != .lr {
      sentences += curve.columns(of: quantity).prefix(quantity == .loss ? 12 : 1).compactMap { column in
        let description = CurveDescription(column, unit: curve.unit)
        if let loss = LossDescription(column, in: curve) { return loss.sentence(description.subject) }
        return description.range
      }
    }
    return sentences.joined(by: " ")
  }

  /// What the rate does, span by span.
  private var sentence: String? {
    guard let first = values.first, let last = values.last else { return nil }
    guard values.contains(where: { $0 != first }) else { return "\(subject) stays at \(Significant.text(first))." }
    let spans = self.spans
    if spans.count > CurveDescription.longest {
      let (low, high) = extremes(values)
      return "\(subject) goes through \(spans.count) stretches between \(low) and \(high), "
        + "and ends at \(Significant.text(last)) at \(place(values.count - 1))."
    }
    let described = spans.enumerated().map { describe($1, isFirst: $0 == 0) }
    return "\(subject) \(described.joined(by: ", then "))."
  }

  /// The range of a quantity that is not the rate.
  var range: String? {
    guard !values.isEmpty else { return nil }
    let (low, high) = extremes(values)
    return low == high ? "\(subject) stays at \(low)." : "\(subject) lies between \(low) and \(high)."
  }

  private func extremes(_ values: ArraySlice<Double>) -> (low: String, high: String) {
    (Significant.text(values.min() ?? 0), Significant.text(values.max() ?? 0))
  }

  var subject: String {
    let owner = [column.curve, column.group].compactMap { $0 }.joined(by: ", ")
    return owner.isEmpty ? column.quantity.subject : "\(column.quantity.subject) of \(owner)"
  }

  func place(_ row: Int) -> String { "\(unit) \(row)" }

  func duration(_ rows: Int) -> String {
    rows.counted("\(unit)")
  }
}
