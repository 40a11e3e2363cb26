package import Schedules
import Text

/// What a schedule did: one value for each step in one column for each quantity of each param group.
///
/// Row i is what the optimizer uses during step i, before the scheduler is stepped; row 0 is the first update.
package struct Curve: Sendable {
  package struct Column: Sendable {
    /// Which of several curves this belongs to; `nil` where there is one only.
    package var curve: String?
    package let quantity: Quantity
    /// The group's name or index when there are several; `nil` for the only group, and for the metric.
    package let group: String?
    /// Whether it is what others are compared with.
    package internal(set) var isReference = false
    /// Whether its values were logged: points, with nothing between them.
    package internal(set) var isLogged = false
    /// One value a row; NaN where there is none: a metric in its last epoch, a curve that is shorter than others.
    package internal(set) var values: [Double]

    /// The phases of the curve, in steps; the first begins at 0.
    package internal(set) var phases: [Phase]
    /// The steps that tables show of it.
    package internal(set) var rows: Rows
    /// How its steps make epochs, and what they see: curves of several files need not agree.
    package internal(set) var timeline = Timeline(steps: 0)

    /// What is known about a loss, besides its values.
    package internal(set) var loss: Loss?

    /// The column's heading: `lr`, `lr.backbone`, `beta1.0`, `baseline:lr`.
    package var heading: String {
      let own = group.map { "\(quantity.name).\($0)" } ?? quantity.name
      return curve.map { "\($0):\(own)" } ?? own
    }
  }

  /// What people count rows in.
  package enum Unit: Sendable, CustomStringConvertible {
    case epoch, step

    package var description: String { self == .epoch ? "epoch" : "step" }
  }

  package internal(set) var columns: [Column]
  /// How many steps there are; tables may show fewer.
  package let rowCount: Int
  /// How steps make epochs, and what they see.
  package let timeline: Timeline
  /// Steps where an epoch has several, or where every scheduler is stepped each step and epochs are not mentioned.
  package internal(set) var unit = Unit.epoch

  /// What is known about the run's interruptions, if it has any.
  package internal(set) var resumption: Resumption?

  /// A heading that two columns have: a reader of the table could not tell them apart.
  package var repeatedHeading: String? {
    guard columns.count > 1 else { return nil }
    let headings = columns.map(\.heading)
    // The first use of a set takes as long as hundreds of comparisons.
    if headings.count <= 16 {
      return headings.indices.first { index in headings[..<index].contains(where: headings[index].isSame) }
        .map { headings[$0] }
    }
    var seen: Set<ExactText> = []
    return headings.first { !seen.insert($0.exact).inserted }
  }

  package var stepsPerEpoch: Int { timeline.stepsPerEpoch }

  package func columns(of quantity: Quantity) -> [Column] {
    // Most curves have one quantity, and this is asked for all of them.
    var found: [Column] = []
    for index in columns.indices where columns[index].quantity == quantity { found.append(columns[index]) }
    return found
  }

  /// What its columns hold, in the order in which panels show it: the rate first.
  package var quantities: [Quantity] {
    var found: [Quantity] = []
    for column in columns where !found.contains(column.quantity) { found.append(column.quantity) }
    return found.count > 1 ? found.sorted { $0.order < $1.order } : found
  }

  /// Whether there are curves to tell apart by their names.
  package var isComparison: Bool { columns.contains { $0.curve != nil } }
}
