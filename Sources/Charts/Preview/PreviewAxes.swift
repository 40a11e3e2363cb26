/// The value axes, and the step axis under the lowest panel.
struct PreviewAxes: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    let corner = layout.plot.lowerBound - 1
    for panel in layout.panels {
      for line in 0..<panel.height { screen.write("│", line: panel.top + line, column: corner, ink: .quiet) }
      for (line, text) in panel.labels(layout.grain) {
        screen.write(text, line: panel.top + line, column: max(0, corner - 1 - CellWidth.of(text)))
        screen.write("┤", line: panel.top + line, column: corner, ink: .quiet)
      }
    }
    screen.write("└", line: layout.axisLine, column: corner, ink: .quiet)
    for column in layout.plot { screen.write("─", line: layout.axisLine, column: column, ink: .quiet) }
    for tick in layout.steps.ticks { screen.write("┬", line: layout.axisLine, column: tick, ink: .quiet) }
    for (index, row) in layout.steps.rows.enumerated() {
      let line = layout.axisLine + 1 + index
      screen.write(row.title, line: line, column: max(0, corner - 1 - CellWidth.of(row.title)))
      for label in row.labels { screen.write(label.text, line: line, column: label.column) }
    }
  }
}
