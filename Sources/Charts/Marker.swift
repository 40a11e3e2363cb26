/// A line of the reader's own through all panels, with its label.
package struct Marker: Sendable, Equatable {
  /// In rows, as the series count them.
  package var position: Double
  package var label: String

  package init(at position: Double, label: String) {
    self.position = position
    self.label = label
  }
}
