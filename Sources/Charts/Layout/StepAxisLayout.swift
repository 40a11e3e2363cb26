/// The x axis: its ticks, their labels and its title.
struct StepAxisLayout: Sendable, Equatable {
  let scale: StepScale
  /// The height of the axis line.
  let y: Double
  let labels: [PlacedText]
  let title: PlacedText?

  init(of chart: Chart, from left: Double, to right: Double, y: Double, sizes: TypeSizes, hasTitle: Bool) {
    scale = StepScale(rowCount: Self.rowCount(chart), pixels: Interval(start: left, end: right))
    self.y = y
    let perUnit = Self.rowsPerUnit(chart)
    let end = Int(exactly: (Double(scale.rowCount) / perUnit + 1e-9).rounded(.down)) ?? 0
    let axis = scale
    let width = axis.position(of: Double(end) * perUnit) - left
    let baseline = y + 6 + sizes.axis * 0.8
    labels = StepTicks.covering(to: end, width: width, size: sizes.axis, gap: 10).map {
      PlacedText(text: "\($0)", x: axis.position(of: Double($0) * perUnit), baseline: baseline)
    }
    title =
      hasTitle
      ? chart.xTitle.map {
        PlacedText(
          text: Fitting.elided(Fitting.oneLine($0), size: sizes.axis, width: right - left), x: (left + right) / 2,
          baseline: baseline + sizes.stepTitle)
      } : nil
  }

  /// The rows, so few that a double holds each of them.
  private static func rowCount(_ chart: Chart) -> Int { max(0, min(chart.rowCount, 1 << 53)) }

  /// The rows of one unit; what cannot be a scale is taken as 1.
  static func rowsPerUnit(_ chart: Chart) -> Double {
    chart.rowsPerUnit.isFinite && chart.rowsPerUnit > 1e-9 ? chart.rowsPerUnit : 1
  }

  /// The most that a label stands out on either side.
  static func overhang(_ chart: Chart, sizes: TypeSizes) -> Double {
    let end = (Double(rowCount(chart)) / rowsPerUnit(chart)).rounded(.down)
    return TextWidth.of("\(Int(exactly: end) ?? 0)", size: sizes.axis) / 2
  }
}
