import XML
import Text

/// Transparent strips over all panels that say, in a tooltip, the values of the row in their middle.
struct HitTargets: Mark {
  let layout: Layout
  let chart: Chart

  /// Each strip is about 80 bytes, and a reader can aim at no more than this.
  private static let most = 24
  private static let mostBoundaries = 24
  private static let mostLines = 12

  func draw(with writer: inout Writer) {
    guard let top = layout.panels.first?.plot.top, let bottom = layout.panels.last?.plot.bottom else { return }
    let scale = layout.stepAxis.scale
    let (rows, lines) = (rows, lines)
    let title = chart.xTitle.map { "\($0) " } ?? ""
    let places = rows.map { scale.position(of: Double($0)) }
    writer.group(["fill": "none", "pointer-events": "all"]) { writer in
      for (index, row) in rows.enumerated() {
        let count = HitTargets.count(lines, at: row)
        guard count > 0 else { continue }
        let left = index == 0 ? scale.pixels.start : (places[index - 1] + places[index]) / 2
        let right = index == rows.count - 1 ? scale.pixels.end : (places[index] + places[index + 1]) / 2
        writer.rectangle(
          x: left.rounded(), y: top.rounded(), width: max(1, right.rounded() - left.rounded()),
          height: bottom.rounded() - top.rounded()
        ) { tell(row, count, of: lines, title, with: &$0) }
      }
    }
  }

  /// Rows at equal distances, the last one, and those where something begins.
  private var rows: [Int] {
    let scale = layout.stepAxis.scale
    let shown = scale.visible(of: scale.rowCount)
    guard let last = shown.last else { return [] }
    var step = max(1, (shown.count + Self.most - 1) / Self.most)
    // Whole units are read more easily than parts of them.
    if let unit = Int(exactly: StepAxisLayout.rowsPerUnit(chart)), unit > 1, step > unit / 2 {
      step = (step + unit - 1) / unit * unit
    }
    var rows = Array(stride(from: shown.lowerBound, to: shown.upperBound, by: step))
    if scale.isLogarithmic {
      let width = scale.pixels.end - scale.pixels.start
      rows = (0..<Self.most).compactMap { number in
        Int(exactly: scale.row(at: scale.pixels.start + width * Double(number) / Double(Self.most)).rounded())
      }.reduce(into: []) { rows, row in if shown.contains(row), rows.last ?? -1 < row { rows.append(row) } }
    }
    if rows.last != last { rows.append(last) }
    guard !chart.boundaries.isEmpty, chart.boundaries.count <= Self.mostBoundaries else { return rows }
    for boundary in chart.boundaries {
      guard let row = Int(exactly: boundary.position.rounded(.down)), shown.contains(row), !rows.contains(row) else {
        continue
      }
      rows.append(row)
    }
    return rows.sorted()
  }

  /// All series, called as a tooltip of several calls them; found once for all strips.
  private var lines: [Series] {
    let isOnly = chart.panels.count == 1 && chart.panels[0].series.count == 1
    var lines: [Series] = []
    for (number, panel) in chart.panels.enumerated() {
      for var series in panel.series {
        let title = number > 0 || series.name == nil ? panel.title : nil
        series.name = isOnly ? nil : [title, series.name].compactMap { $0.map { "\($0) " } }.joined(by: "")
        lines.append(series)
      }
    }
    return lines
  }

  /// Writes the row and its values.
  private func tell(_ row: Int, _ count: Int, of lines: [Series], _ title: String, with writer: inout Writer) {
    writer.characters(title)
    write(row, rowsPerUnit: StepAxisLayout.rowsPerUnit(chart), with: &writer)
    if let twin = chart.twinAxis, let title = twin.title, StepUnits.usable(twin.rowsPerUnit) == 1 {
      writer.characters(", \(title) ")
      write(row, rowsPerUnit: 1, with: &writer)
    }
    // A tooltip cannot show more than this.
    var left = Self.mostLines
    for index in lines.indices where HitTargets.hasValue(lines[index].values, at: row) {
      writer.characters(literal: count == 1 ? ": " : "\n")
      if left == 0 {
        writer.characters(literal: "…")
        break
      }
      if let name = lines[index].name { writer.characters(name) }
      writer.number { Significant.append(lines[index].values[row], to: &$0) }
      left -= 1
    }
  }

  private func write(_ row: Int, rowsPerUnit: Double, with writer: inout Writer) {
    let place = Double(row) / rowsPerUnit
    writer.number { line in
      if let whole = Int(exactly: place) { line.append(integer: whole) } else { Significant.append(place, to: &line) }
    }
  }

  /// How many lines have a value there.
  private static func count(_ lines: [Series], at row: Int) -> Int {
    var count = 0
    for index in lines.indices where hasValue(lines[index].values, at: row) { count += 1 }
    return count
  }

  private static func hasValue(_ values: [Double], at row: Int) -> Bool {
    row < values.count && values[row].isFinite
  }
}
