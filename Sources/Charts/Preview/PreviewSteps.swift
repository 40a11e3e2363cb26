/// The rows of labels under the step axis.
struct PreviewSteps {
  struct Row {
    let title: String
    let labels: [(column: Int, text: String)]
  }

  let rows: [Row]
  /// The columns that have a tick.
  let ticks: [Int]

  init(of chart: Chart, _ units: StepUnits, along axis: StepScale, plot: Range<Int>, width: Int) {
    let sign = PreviewLayout.sign
    let numbers = units.ticks(along: axis, size: PreviewLayout.fontSize, gap: 2 * sign.width, pixels: sign.width)
    var rows: [Row] = []
    var ticks: [Int] = []
    let both = [(numbers.main, units.main, chart.xTitle), (numbers.twin, units.twin, chart.twinAxis?.title)]
    for (numbers, unit, title) in both.prefix(units.hasTwin ? 2 : 1) {
      let places = Self.withEnd(numbers.labels, unit).map { number in
        (
          column: PreviewLayout.column(axis.position(of: Double(number) * unit.rows)), text: unit.text(number)
        )
      }
      let placed = Self.placed(places, within: plot.lowerBound..<width)
      rows.append(Row(title: Self.title(title), labels: placed.map { ($0.start, $0.text) }))
      ticks += placed.map(\.tick)
    }
    self.rows = rows
    self.ticks = ticks
  }

  /// The ticks of a unit with its end, which is labelled where there is room for nothing else.
  private static func withEnd(_ numbers: [Int], _ unit: StepUnits.Unit) -> [Int] {
    numbers.last == unit.end ? numbers : numbers + [unit.end]
  }

  /// The labels that leave a blank between each other: the last, the first, then those between.
  private static func placed(
    _ places: [(column: Int, text: String)], within bounds: Range<Int>
  ) -> [(tick: Int, start: Int, text: String)] {
    var placed: [(tick: Int, start: Int, text: String)] = []
    let order = [places.indices.last, places.indices.first].compactMap { $0 } + places.indices.dropFirst().dropLast()
    for index in order {
      let (column, text) = places[index]
      let start = max(bounds.lowerBound, min(column - text.utf8.count / 2, bounds.upperBound - text.utf8.count))
      let isFree = placed.allSatisfy { start + text.utf8.count < $0.start || $0.start + $0.text.utf8.count < start }
      if isFree { placed.append((column, start, text)) }
    }
    return placed
  }

  private static func title(_ title: String?) -> String {
    Fitting.elidedInMiddle(Fitting.oneLine(title ?? ""), by: .cells, width: 7)
  }

  /// The columns that the titles of the rows take left of the plot.
  static func titleWidth(of chart: Chart, _ units: StepUnits) -> Int {
    let titles = [chart.xTitle, units.hasTwin ? chart.twinAxis?.title : nil]
    return titles.map { CellWidth.of(title($0)) }.max() ?? 0
  }
}
