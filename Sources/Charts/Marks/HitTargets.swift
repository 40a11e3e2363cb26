import SVG

/// Transparent strips over all panels that say, in a tooltip, the values of the row in their middle.
struct HitTargets: Mark {
  let layout: Layout
  let chart: Chart

  /// Each strip is about 80 bytes, and a reader can aim at no more than this.
  private static let most = 24
  private static let mostBoundaries = 24

  var elements: [Element] {
    guard let top = layout.panels.first?.plot.top, let bottom = layout.panels.last?.plot.bottom else { return [] }
    let scale = layout.stepAxis.scale
    let rows = rows
    let places = rows.map { scale.position(of: Double($0)) }
    var strips: [Element] = []
    for (index, row) in rows.enumerated() {
      let lines = values(at: row)
      guard !lines.isEmpty else { continue }
      let left = index == 0 ? scale.pixels.start : (places[index - 1] + places[index]) / 2
      let right = index == rows.count - 1 ? scale.pixels.end : (places[index] + places[index + 1]) / 2
      strips.append(
        Element(
          "rect",
          [
            "x": .number(left.rounded()), "y": .number(top.rounded()),
            "width": .number(max(1, right.rounded() - left.rounded())),
            "height": .number(bottom.rounded() - top.rounded()),
          ], children: [Element("title", text: text(of: row, lines))]))
    }
    guard !strips.isEmpty else { return [] }
    return [Element("g", ["fill": "none", "pointer-events": "all"], children: strips)]
  }

  /// Rows in equal steps, the last one, and those where something begins.
  private var rows: [Int] {
    let count = layout.stepAxis.scale.rowCount
    guard count > 0 else { return [] }
    let step = max(1, (count + Self.most - 1) / Self.most)
    var rows = Array(stride(from: 0, to: count, by: step))
    if rows.last != count - 1 { rows.append(count - 1) }
    guard !chart.boundaries.isEmpty, chart.boundaries.count <= Self.mostBoundaries else { return rows }
    for boundary in chart.boundaries {
      guard let row = Int(exactly: boundary.position.rounded(.down)), row >= 0, row < count, !rows.contains(row) else {
        continue
      }
      rows.append(row)
    }
    return rows.sorted()
  }

  private func text(of row: Int, _ lines: [String]) -> String {
    let place = Double(row) / StepAxisLayout.rowsPerUnit(chart)
    var text = chart.xTitle.map { $0 + " " } ?? ""
    text += Int(exactly: place).map { "\($0)" } ?? Significant.text(place)
    if lines.count == 1 { return text + ": " + lines[0] }
    for line in lines { text += "\n" + line }
    return text
  }

  /// A line for each value, of which a tooltip can show only so many.
  private func values(at row: Int) -> [String] {
    var lines: [String] = []
    let isOnly = chart.panels.count == 1 && chart.panels[0].series.count == 1
    for (number, panel) in chart.panels.enumerated() {
      for series in panel.series where row < series.values.count && series.values[row].isFinite {
        var line = ""
        if !isOnly {
          if let title = panel.title, number > 0 || series.name == nil { line += title + " " }
          if let name = series.name { line += name + " " }
        }
        lines.append(line + Significant.text(series.values[row]))
        if lines.count == 12 { return lines + ["…"] }
      }
    }
    return lines
  }
}
