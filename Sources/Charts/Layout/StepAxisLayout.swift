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
    let (sizes, hasTitle) = (header.sizes, header.hasSecondRow)
    scale = Self.scale(of: chart, along: PixelRange(start: left, end: right))
    y = header.bottom
    let size = sizes.axis
    let axis = scale
    let units = StepUnits(of: chart, hasTwin: hasTitle)
    // The titles of two rows stand under the lowest label of the value axis.
    let baseline = y + (units.hasTwin ? 9 : 7) + size * 0.8
    let second = baseline + sizes.stepTitle
    let numbers = units.ticks(along: axis, size: size, gap: 10)
    func places(_ numbers: [Int], _ unit: StepUnits.Unit) -> [Double] {
      numbers.map { axis.position(of: Double($0) * unit.rows) }
    }
    func labels(_ numbers: [Int], _ unit: StepUnits.Unit, _ baseline: Double) -> [PlacedText] {
      zip(numbers, places(numbers, unit)).map { PlacedText(text: unit.text($0), x: $1, baseline: baseline) }
    }
    self.labels =
      labels(numbers.main.labels, units.main, baseline) + labels(numbers.twin.labels, units.twin, second)
    title =
      units.hasTwin || !hasTitle
      ? nil
      : chart.xTitle.map {
        PlacedText(
          text: Fitting.elided(Fitting.oneLine($0), size: size, width: right - left), x: (left + right) / 2,
          baseline: second)
      }
    let (main, twin) = (places(numbers.main.marks, units.main), places(numbers.twin.marks, units.twin))
    let isFiner = numbers.areAligned || main.count >= twin.count
    ticks = isFiner ? main : twin
    longTicks = numbers.areAligned ? [] : isFiner ? twin : main
    let end = left - Self.titleGap(chart, sizes: sizes)
    rowTitles =
      units.hasTwin
      ? zip(Self.titles(chart, sizes: sizes), [baseline, second]).compactMap { title, baseline in
        title.map { PlacedText(text: $0, x: end, baseline: baseline) }
      } : []
  }

  /// Where rows stand between two places.
  static func scale(of chart: Chart, along pixels: PixelRange) -> StepScale {
    StepScale(
      rowCount: rowCount(chart), pixels: pixels, rows: rows(chart), isLogarithmic: chart.hasLogarithmicRows)
  }

  /// The rows, so few that a double holds each of them.
  static func rowCount(_ chart: Chart) -> Int { max(0, min(chart.rowCount, 1 << 53)) }

  /// The rows that are shown: whole ones, at least one.
  static func rows(_ chart: Chart) -> ClosedRange<Double> {
    let all = 0...Double(rowCount(chart))
    guard let rows = chart.rows, rows.lowerBound.isFinite, rows.upperBound.isFinite else { return all }
    let start = max(0, rows.lowerBound.rounded(.down))
    let end = min(all.upperBound, rows.upperBound.rounded(.up))
    return start < end ? start...end : all
  }

  /// The rows of one unit; what cannot be a scale is taken as 1.
  static func rowsPerUnit(_ chart: Chart) -> Double { StepUnits.usable(chart.rowsPerUnit) }

  /// The most that a label stands out on either side.
  static func overhang(_ chart: Chart, sizes: TypeSizes) -> Double {
    let units = StepUnits(of: chart, hasTwin: true)
    let ends = [units.main, units.twin].flatMap { [$0.text($0.start), $0.text($0.end)] }
    return ends.reduce(0) { max($0, TextWidth.of($1, size: sizes.axis)) } / 2
  }

  /// The room that the titles of two rows take left of the plot.
  static func titleMargin(_ chart: Chart, sizes: TypeSizes) -> Double {
    guard StepUnits(of: chart, hasTwin: true).hasTwin else { return 0 }
    let widest = titles(chart, sizes: sizes).reduce(0) { max($0, TextWidth.of($1 ?? "", size: sizes.axis)) }
    return widest > 0 ? widest + titleGap(chart, sizes: sizes) : 0
  }

  /// From a title to the middle of the label at the left end.
  private static func titleGap(_ chart: Chart, sizes: TypeSizes) -> Double {
    let units = StepUnits(of: chart, hasTwin: true)
    let widest = [units.main, units.twin].reduce(0) { max($0, TextWidth.of($1.text($1.start), size: sizes.axis)) }
    return 8 + widest / 2
  }

  private static func titles(_ chart: Chart, sizes: TypeSizes) -> [String?] {
    [chart.xTitle, chart.twinAxis?.title].map { title in
      title.map { Fitting.elidedInMiddle(Fitting.oneLine($0), size: sizes.axis, width: sizes.axis * 7) }
    }
  }
}
