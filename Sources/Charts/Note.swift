/// A place on a curve with a few words beside it, left out where it has no room.
package struct Note: Sendable, Equatable {
  /// Where it stands on the x axis.
  package var row: Int
  /// Where it stands on the panel's value axis.
  package var value: Double
  /// The words; without any, the value as the panel's axis writes numbers.
  package var label: String?
  /// The curve it belongs to, as its place in the panel.
  package var series: Int
  /// Whether it is always shown: where the plot has no room for it, it stands right of it.
  package var isNeeded = false
  /// Whether a dot marks the place; else the words alone stand on what begins there.
  package var hasDot: Bool

  package init(row: Int, value: Double, label: String? = nil, series: Int = 0, hasDot: Bool = true) {
    self.row = row
    self.value = value
    self.label = label
    self.series = series
    self.hasDot = hasDot
  }
}
