import Charts
import Curves
import Schedules
import Text

/// The panel of losses: what it is called, how its axis goes, and what is worth a mark in it.
struct LossPanel {
  /// Losses further apart than this are seen on a logarithmic axis only.
  private static let decades = 2.0
  /// How far above its start, and how far below, a loss is still drawn: what diverges would flatten all others.
  private static let (above, below) = (1e4, 1e-16)

  private let columns: [Curve.Column]
  private let curve: Curve
  private let window: ClosedRange<Double>

  init(of curve: Curve) {
    self.curve = curve
    columns = curve.columns(of: .loss)
    let starts = columns.compactMap { $0.values.first { $0.isFinite }?.magnitude }
    let top = max(starts.max() ?? 1, 1e-300)
    window = top * Self.below...top * Self.above
  }

  /// The name of a law stands with its preset and with what it is: predicted.
  var title: String {
    guard let objective = columns.first?.loss?.objective else { return "loss" }
    let kinds = Set(columns.compactMap { $0.loss?.objective.type })
    guard kinds.count == 1 else { return "loss" }
    guard objective.isLaw else { return objective.type.title }
    let presets = Set(columns.compactMap { $0.loss?.objective.preset?.name })
    let preset = presets.count == 1 ? presets.first.map { ", \($0)" } ?? "" : ""
    return objective.type == .lastIterateBound
      ? objective.type.title : "predicted loss: \(objective.type.title)\(preset)"
  }

  /// Whether all losses are above zero and far apart.
  var isLogarithmic: Bool {
    if columns.contains(where: { $0.loss?.objective.isLaw == true }) { return false }
    var (low, high) = (Double.infinity, 0.0)
    for value in columns.lazy.map(drawn).joined() where value.isFinite {
      // A loss that is exactly at its minimum of 0 is not a reason for another axis.
      if value < 0 { return false }
      if value > 0 { (low, high) = (min(low, value), max(high, value)) }
    }
    return high > low * Libm.pow(10, Self.decades)
  }

  /// The values that are drawn: without what would flatten the rest.
  func drawn(_ column: Curve.Column) -> [Double] {
    guard let objective = column.loss?.objective else { return column.values }
    if objective.isLaw { return withoutBeginning(column, objective) }
    let values = toTheEnd(column)
    if let end = values.firstIndex(where: { $0 > window.upperBound }) {
      return values[..<end] + Array(repeating: .nan, count: values.count - end)
    }
    return values.map { $0 != 0 && $0.magnitude < window.lowerBound ? .nan : $0 }
  }

  /// The losses before the updates, and at the end of the axis the one after the last.
  private func toTheEnd(_ column: Curve.Column) -> [Double] {
    // Where rows do not stand evenly on the axis they have been read off, and there is no row for it.
    guard let behind = column.loss?.behind, column.values.count == column.timeline.steps else { return column.values }
    return column.values + [behind]
  }

  /// A power of the area is absurd where there is hardly any: what is above all losses after 2 % of it is cut.
  private func withoutBeginning(_ column: Curve.Column, _ objective: Objective) -> [Double] {
    let rates = curve.columns(of: .lr).filter { $0.curve == column.curve }
    guard rates.indices.contains(objective.group) else { return column.values }
    let values = rates[objective.group].values
    let area = values.lazy.filter { !$0.isNaN }.reduce(0, +)
    var (sum, row) = (0.0, 0)
    while row < values.count, sum < 0.02 * area {
      sum += values[row].isNaN ? 0 : values[row]
      row += 1
    }
    let most = column.values.dropFirst(row).lazy.filter { $0.isFinite }.max() ?? .infinity
    return column.values.map { $0 > most ? .nan : $0 }
  }

  /// What a curve is called: after its name what became of it, where the axis does not show it.
  func name(of column: Curve.Column, _ name: String?) -> String? {
    guard let name else { return nil }
    return fate(of: column).map { "\(name), \($0)" } ?? name
  }

  /// Whether a loss diverges, or is 0 for good, which no logarithmic axis shows.
  private func fate(of column: Curve.Column) -> String? {
    if let row = column.loss?.divergence { return "diverges at step \(row)" }
    let values = column.values
    if let last = values.last(where: { $0.isFinite }), last > window.upperBound { return "diverges" }
    guard isLogarithmic, let zero = values.firstIndex(of: 0), values[zero...].allSatisfy({ $0 == 0 || $0.isNaN }) else {
      return nil
    }
    return "0 from step \(zero) on"
  }

  /// The end of the only curve, with its loss or with what became of it.
  var notes: [Note] {
    guard columns.count == 1, let column = columns.first, case let values = drawn(column),
      let last = values.lastIndex(where: { $0.isFinite })
    else { return [] }
    let isLaw = column.loss?.objective.isLaw == true
    let words = isLaw ? Self.short(values[last]) : Significant.text(values[last])
    return [Note(row: last, value: values[last], label: fate(of: column) ?? words)]
  }

  /// A predicted loss with three decimals: more of them mean nothing.
  static func short(_ value: Double) -> String {
    value.magnitude < 1e6 ? Significant.text((value * 1000).rounded() / 1000) : Significant.text(value)
  }
}
