/// Curves that share a value axis.
package struct Panel: Sendable, Equatable {
  /// What the axis measures, with its unit.
  package var title: String?
  package var series: [Series]
  /// Whether the axis spans just the values, where a linear one would otherwise start at zero.
  package var fitsData: Bool
  package var isLogarithmic: Bool

  package init(title: String? = nil, series: [Series], fitsData: Bool = false, isLogarithmic: Bool = false) {
    self.title = title
    self.series = series
    self.fitsData = fitsData
    self.isLogarithmic = isLogarithmic
  }
}
