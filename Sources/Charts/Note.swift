/// A dot on a curve with a few words beside it, left out where it has no room.
package struct Note: Sendable, Equatable {
  /// Where the dot stands on the x axis.
  package var row: Int
  /// Where it stands on the panel's value axis.
  package var value: Double
  package var label: String
  /// The curve it belongs to, as its place in the panel.
  package var series: Int

  package init(row: Int, value: Double, label: String, series: Int = 0) {
    self.row = row
    self.value = value
    self.label = label
    self.series = series
  }
}
