/// The title, the legend, the panels' titles and the names of phases.
struct PreviewTitles: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    var line = 0
    for text in layout.titleLines {
      screen.write(text, line: line, column: 0, ink: .strong)
      line += 1
    }
    drawLegend(on: &screen, from: line)
    for (index, panel) in layout.panels.enumerated() {
      let hasLabels = index == 0 && !layout.boundaries.labels.isEmpty
      let title = Fitting.oneLine(panel.panel.title ?? "")
      screen.write(
        Fitting.elided(title, by: .cells, width: Double(layout.width)), line: panel.top - (hasLabels ? 2 : 1), column: 0
      )
    }
    for (index, text) in layout.remark.enumerated() {
      screen.write(text, line: layout.height - layout.remark.count + index, column: 0, ink: .quiet)
    }
    guard let top = layout.panels.first?.top else { return }
    for label in layout.boundaries.labels {
      screen.write(label.text, line: top - 1, column: PreviewLayout.column(label.x), ink: .quiet)
    }
  }

  private func drawLegend(on screen: inout Screen, from first: Int) {
    var line = first
    for entries in layout.legend.lines {
      for entry in entries {
        screen.write(entry.look.sign(on: layout.terminal), line: line, column: entry.column, ink: entry.look.ink)
        screen.write(entry.text, line: line, column: entry.column + 2, ink: entry.look.ink)
      }
      line += 1
    }
    if layout.legend.left > 0 { screen.write("+ \(layout.legend.left) more", line: line, column: 0) }
  }
}
