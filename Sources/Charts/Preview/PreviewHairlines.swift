/// Quiet lines where phases and events begin, and at the value that others are compared with.
struct PreviewHairlines: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    for place in layout.boundaries.eventMarks {
      guard let top = layout.panels.first?.top else { break }
      write("┊", line: top, column: PreviewLayout.column(place), on: &screen)
    }
    for panel in layout.panels {
      let lines = panel.top..<(panel.top + panel.height)
      for place in layout.boundaries.lines + layout.boundaries.eventLines + layout.boundaries.markers {
        for line in lines { write("┊", line: line, column: PreviewLayout.column(place), on: &screen) }
      }
      guard let baseline = panel.range.baseline, !panel.range.isLogarithmic else { continue }
      let y = panel.scale(layout.grain).position(of: baseline)
      for column in layout.plot {
        write("┈", line: panel.top + PreviewPanel.line(of: y, layout.grain), column: column, on: &screen)
      }
    }
  }

  private func write(_ sign: String, line: Int, column: Int, on screen: inout Screen) {
    guard layout.plot.contains(column), screen.isFree(line: line, columns: column..<column + 1) else { return }
    screen.write(sign, line: line, column: column, ink: .quiet)
  }
}
