package import Schedules

/// What a schedule did: one row for each step, one column for each quantity of each param group.
///
/// Row i is what the optimizer uses during step i, before the scheduler is stepped; row 0 is the first update.
package struct Curve: Sendable {
  /// What a column holds.
  package enum Quantity: String, Sendable {
    case lr, momentum, beta1, metric
  }

  package struct Column: Sendable {
    package let quantity: Quantity
    /// The group's name or index when there are several; `nil` for the only group, and for the metric.
    package let group: String?
    /// One value a row; NaN where there is none, which only a metric can have, in its last epoch.
    package internal(set) var values: [Double]

    /// The column's heading: `lr`, `lr.backbone`, `beta1.0`.
    package var heading: String { group.map { "\(quantity.rawValue).\($0)" } ?? quantity.rawValue }
  }

  package internal(set) var columns: [Column]
  package let rowCount: Int
  package let stepsPerEpoch: Int
  /// The stretches of the curve, in rows; the first begins at 0.
  package let phases: [Phase]

  package func columns(of quantity: Quantity) -> [Column] { columns.filter { $0.quantity == quantity } }
}
