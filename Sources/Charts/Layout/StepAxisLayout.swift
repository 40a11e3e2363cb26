/// The x axis: its ticks, one or two rows of labels and what they count.
struct StepAxisLayout: Sendable, Equatable {
  let scale: StepScale
  /// The height of the axis line.
  let y: Double
  /// Where tick marks stand.
  let ticks: [Double]
  /// Marks that reach down to the second row, where its labels do not stand under the first row's.
  let longTicks: [Double]
  let labels: [PlacedText]
  /// The title under a single row of labels.
  let title: PlacedText?
  /// The titles of two rows, ending left of them.
  let rowTitles: [PlacedText]

  init(of chart: Chart, from columns: Columns, under header: Header) {
    let (left, right) = (columns.left, columns.right)
    let (y, sizes, hasTitle) = (header.bottom, header.sizes, header.hasSecondRow)
    scale = StepScale(rowCount: Self.rowCount(chart), pixels: Interval(start: left, end: right))
    self.y = y
    let size = sizes.axis
    let axis = scale
    let units = StepUnits(of: chart, hasTwin: hasTitle)
    // The titles of two rows stand under the lowest label of the value axis.
    let baseline = y + (units.hasTwin ? 9 : 7) + size * 0.8
    let second = baseline + sizes.stepTitle
    let ticks = units.ticks(width: right - left, rowCount: scale.rowCount, size: size, gap: 10)
    let main = ticks.main.map { axis.position(of: Double($0) * units.main.rows) }
    let twin = ticks.twin.map { axis.position(of: Double($0) * units.twin.rows) }
    labels = Self.labels(ticks.main, at: main, baseline) + Self.labels(ticks.twin, at: twin, second)
    title =
      units.hasTwin || !hasTitle
      ? nil
      : chart.xTitle.map {
        PlacedText(
          text: Fitting.elided(Fitting.oneLine($0), size: size, width: right - left), x: (left + right) / 2,
          baseline: second)
      }
    let isFiner = ticks.areAligned || main.count >= twin.count
    self.ticks = isFiner ? main : twin
    longTicks = ticks.areAligned ? [] : isFiner ? twin : main
    let end = left - Self.titleGap(chart, sizes: sizes)
    rowTitles =
      units.hasTwin
      ? zip(Self.titles(chart, sizes: sizes), [baseline, second]).compactMap { title, baseline in
        title.map { PlacedText(text: $0, x: end, baseline: baseline) }
      } : []
  }

  private static func labels(_ numbers: [Int], at places: [Double], _ baseline: Double) -> [PlacedText] {
    numbers.indices.map { PlacedText(text: "\(numbers[$0])", x: places[$0], baseline: baseline) }
  }

  /// The rows, so few that a double holds each of them.
  static func rowCount(_ chart: Chart) -> Int { max(0, min(chart.rowCount, 1 << 53)) }

  /// The rows of one unit; what cannot be a scale is taken as 1.
  static func rowsPerUnit(_ chart: Chart) -> Double { StepUnits.usable(chart.rowsPerUnit) }

  /// The most that a label stands out on either side.
  static func overhang(_ chart: Chart, sizes: TypeSizes) -> Double {
    let units = StepUnits(of: chart, hasTwin: true)
    return max(TextWidth.of("\(units.main.end)", size: sizes.axis), TextWidth.of("\(units.twin.end)", size: sizes.axis))
      / 2
  }

  /// The room that the titles of two rows take left of the plot.
  static func titleMargin(_ chart: Chart, sizes: TypeSizes) -> Double {
    guard StepUnits(of: chart, hasTwin: true).hasTwin else { return 0 }
    let widest = titles(chart, sizes: sizes).reduce(0) { max($0, TextWidth.of($1 ?? "", size: sizes.axis)) }
    return widest > 0 ? widest + titleGap(chart, sizes: sizes) : 0
  }

  /// From a title to the middle of the label 0.
  private static func titleGap(_ chart: Chart, sizes: TypeSizes) -> Double {
    8 + TextWidth.of("0", size: sizes.axis) / 2
  }

  private static func titles(_ chart: Chart, sizes: TypeSizes) -> [String?] {
    [chart.xTitle, chart.twinAxis?.title].map { title in
      title.map { Fitting.elidedInMiddle(Fitting.oneLine($0), size: sizes.axis, width: sizes.axis * 7) }
    }
  }
}
