/// A second row of labels under the x axis, which counts the same rows in another unit.
package struct TwinAxis: Sendable, Equatable {
  package var title: String?
  /// How many rows make one unit of this row of labels.
  package var rowsPerUnit: Double

  package init(title: String? = nil, rowsPerUnit: Double) {
    self.title = title
    self.rowsPerUnit = rowsPerUnit
  }
}
