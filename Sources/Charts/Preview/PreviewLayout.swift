/// Every place in a text, known before anything is drawn.
struct PreviewLayout {
  let terminal: Terminal
  let width: Int
  let height: Int
  let titleLines: [String]
  let legend: PreviewLegend
  private(set) var panels: [PreviewPanel] = []
  /// The columns of the plots.
  let plot: Range<Int>
  /// Where rows stand, in columns of the page; the whole part counts.
  let axis: StepScale
  let boundaries: BoundaryLayout
  /// The line of the step axis.
  let axisLine: Int
  let steps: PreviewSteps
  /// The notes under the axis, line by line.
  let remark: [String]

  /// How many pixels a sign counts as, so that the rules of the picture hold here, too.
  static let sign = (width: 8.0, height: 16.0)
  /// The font size at which a digit is as wide as a sign.
  static let fontSize = sign.width / TextWidth.of("0", size: 1)

  var grain: DotCanvas.Grain { terminal.isUnicode ? .braille : .mark }

  init(of chart: Chart, on terminal: Terminal) {
    self.terminal = terminal
    let width = max(16, min(terminal.columns, 1000))
    self.width = width
    let source = chart.panels.isEmpty ? [Panel(series: [])] : Array(chart.panels.prefix(8))
    titleLines = chart.title.map { Fitting.wrapped($0, by: .cells, width: Double(width), lines: 2) } ?? []
    let extents = source.map { Extent(of: $0) }
    remark =
      Self.remarks(of: source, extents, columns: width).flatMap {
        Fitting.wrapped($0, by: .cells, width: Double(width), lines: 4)
      }
    let labelLines = chart.boundaries.isEmpty && chart.events.isEmpty && chart.markers.isEmpty ? 0 : 1
    let units = StepUnits(of: chart, hasTwin: true)
    let fixed =
      titleLines.count + source.count + labelLines + (units.hasTwin ? 3 : 2)
      + remark.count
    let free = Self.heights(source.count, fixed: fixed, width, terminal)
    let legend = PreviewLegend(
      of: source, height: free.reduce(0, +) + source.count - 1, width: width, terminal)
    let heights = Self.heights(source.count, fixed: fixed + legend.height, width, terminal)
    self.legend = legend

    var panels = source.indices.map {
      PreviewPanel(of: source[$0], extent: extents[$0], height: heights[$0], on: terminal)
    }
    let grain: DotCanvas.Grain = terminal.isUnicode ? .braille : .mark
    let labels = panels.flatMap { $0.labels(grain) }.map { CellWidth.of($0.text) }
    let margin = max(labels.max() ?? 0, PreviewSteps.titleWidth(of: chart, units))
    let left = min(margin + 2, width - 4)
    plot = left..<max(left + 4, width - legend.margin)
    let dots = Double(plot.count * grain.width)
    axis = StepAxisLayout.scale(
      of: chart,
      along: PixelRange(
        start: Double(left) + 0.5 / Double(grain.width), end: Double(left) + (dots - 0.5) / Double(grain.width)))
    boundaries = BoundaryLayout(
      of: chart, along: axis, labels: LabelRow(right: Double(width), baseline: 0, ruler: .cells), spacing: 4)
    steps = PreviewSteps(of: chart, units, along: axis, plot: plot, width: width)

    var line = titleLines.count + legend.height
    for index in panels.indices {
      // Its title, and under that of the first panel the names of phases.
      line += 1 + (index == 0 && !boundaries.labels.isEmpty ? 1 : 0)
      panels[index].top = line
      line += panels[index].height
    }
    self.panels = panels
    axisLine = line
    height = line + 1 + steps.rows.count + remark.count
  }

  /// The notes under the plots.
  private static func remarks(of panels: [Panel], _ extents: [Extent], columns: Int) -> [String] {
    let hidden = zip(panels, extents).lazy.compactMap { ValueRange(of: $0, extent: $1, height: 100).remark }.first
    let series = panels.first?.series ?? []
    let cycles = series.count == 1 ? Bounce.count(in: series[0].values[...]) : 0
    let isFilled = series.count == 1 && Bounce.period(of: series[0].values[...], columns: columns) != nil
    return [hidden, isFilled ? "\(cycles) cycles, drawn as the area between their ends." : nil].compactMap { $0 }
  }

  /// The lines of the plots: as many as look well, or as a terminal has beside the rest and its prompt.
  private static func heights(_ count: Int, fixed: Int, _ width: Int, _ terminal: Terminal) -> [Int] {
    let main = max(8, min(width / 5, 20))
    let side = max(4, main * 3 / 8)
    let wanted = main + side * (count - 1)
    let room = terminal.lines.map { max(0, min(max(0, $0), 1000) - 2 - fixed) } ?? wanted
    guard room < wanted else { return [main] + Array(repeating: side, count: count - 1) }
    return [max(4, room * main / wanted)] + Array(repeating: max(3, room * side / wanted), count: count - 1)
  }

  /// The column of a row.
  func column(of row: Double) -> Int { Self.column(axis.position(of: row)) }

  static func column(_ place: Double) -> Int { Int(exactly: place.rounded(.down)) ?? 0 }
}
