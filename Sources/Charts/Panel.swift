/// Curves that share a value axis.
package struct Panel: Sendable, Equatable {
  /// What the axis measures, with its unit.
  package var title: String?
  package var series: [Series]
  /// Whether the axis spans just the values, where a linear one would otherwise start at zero.
  package var fitsData: Bool
  package var isLogarithmic: Bool
  /// The value that the others are compared with: the axis spans it, and a line marks it.
  package var baseline: Double?
  /// The ends of the axis, where they are not to follow from the values.
  package var low: Double?
  package var high: Double?
  /// Dots with words; those that come first are placed first.
  package var notes: [Note]

  package init(
    title: String? = nil, series: [Series], fitsData: Bool = false, isLogarithmic: Bool = false,
    baseline: Double? = nil, low: Double? = nil, high: Double? = nil, notes: [Note] = []
  ) {
    self.title = title
    self.series = series
    self.fitsData = fitsData
    self.isLogarithmic = isLogarithmic
    self.baseline = baseline
    self.low = low
    self.high = high
    self.notes = notes
  }
}
