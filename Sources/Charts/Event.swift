/// A place on the x axis where something happens that begins no phase: a milestone, a reduction.
package struct Event: Sendable, Equatable {
  /// In rows, as the series count them.
  package var position: Double
  package var label: String?

  package init(at position: Double, label: String? = nil) {
    self.position = position
    self.label = label
  }
}
