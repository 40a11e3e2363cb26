import Text

/// What a curve was when it was last reviewed and found right: the numbers of a CSV file.
package struct Golden: Sendable {
  package struct Column: Sendable {
    /// As in `Curve.Column`: `lr`, `lr.head`, `baseline:momentum`.
    package let heading: String
    /// One value a row; NaN where the cell is blank.
    package internal(set) var values: [Double]

    /// The largest magnitude, that small differences are measured by.
    var peak: Double { values.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) } }
  }

  /// The columns `step` and `epoch`, which count.
  package internal(set) var counts: (step: [Double], epoch: [Double])
  /// The columns after them.
  package internal(set) var columns: [Column] {
    didSet { places = Golden.places(of: columns) }
  }
  /// Where the columns stand, by their headings.
  private var places: [ExactText: Int]

  init(counts: (step: [Double], epoch: [Double]), columns: [Column]) {
    self.counts = counts
    self.columns = columns
    places = Golden.places(of: columns)
  }

  private static func places(of columns: [Column]) -> [ExactText: Int] {
    Dictionary(zip(columns.map { ExactText($0.heading) }, columns.indices)) { first, _ in first }
  }

  package var rowCount: Int { counts.step.count }

  package subscript(heading: String) -> Column? { places[ExactText(heading)].map { columns[$0] } }
}
