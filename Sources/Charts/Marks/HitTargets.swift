import SVG
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
    let places = rows.map { scale.position(of: Double($0)) }
    var text = Bytes()
    text.reserveCapacity(128)
    if let title = chart.xTitle { text.append("\(title) ") }
    let prefix = text.count
    writer.group(["fill": "none", "pointer-events": "all"]) { writer in
      for (index, row) in rows.enumerated() {
        text.removeLast(text.count - prefix)
        guard appendText(of: row, lines, to: &text) else { continue }
        let left = index == 0 ? scale.pixels.start : (places[index - 1] + places[index]) / 2
        let right = index == rows.count - 1 ? scale.pixels.end : (places[index] + places[index + 1]) / 2
        writer.rectangle(
          x: left.rounded(), y: top.rounded(), width: max(1, right.rounded() - left.rounded()),
          height: bottom.rounded() - top.rounded(), tooltip: text)
      }
    }
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

  /// Adds the row and its values; `false` where there is none.
  private func appendText(of row: Int, _ lines: [Series], to text: inout Bytes) -> Bool {
    var count = 0
    for index in lines.indices where HitTargets.hasValue(lines[index].values, at: row) { count += 1 }
    guard count > 0 else { return false }
    let place = Double(row) / StepAxisLayout.rowsPerUnit(chart)
    if let whole = Int(exactly: place) {
      Decimal.append(whole, to: &text)
    } else {
      Significant.append(place, to: &text)
    }
    if count == 1 { text.append(UInt8(ascii: ":")) }
    // A tooltip can show only so many.
    var left = Self.mostLines
    for index in lines.indices where HitTargets.hasValue(lines[index].values, at: row) {
      text.append(count == 1 ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
      if left == 0 {
        text.append(literal: "…")
        break
      }
      if let name = lines[index].name { text.append(name) }
      Significant.append(lines[index].values[row], to: &text)
      left -= 1
    }
    return true
  }

  private static func hasValue(_ values: [Double], at row: Int) -> Bool {
    row < values.count && values[row].isFinite
  }
}
