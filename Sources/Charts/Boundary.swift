/// A place on the x axis where something begins.
package struct Boundary: Sendable, Equatable {
  /// In rows, as the series count them.
  package var position: Double
  package var label: String?

  package init(at position: Double, label: String? = nil) {
    self.position = position
    self.label = label
  }
}
