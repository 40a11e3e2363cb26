/// The words at a curve's notable values, where the signs around leave room for them.
struct PreviewNotes: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    for panel in layout.panels {
      for note in panel.panel.notes.prefix(12) { place(note, in: panel, on: &screen) }
    }
  }

  private func place(_ note: Note, in panel: PreviewPanel, on screen: inout Screen) {
    let scale = panel.scale(layout.grain)
    let text = Fitting.oneLine(note.label)
    guard !text.isEmpty, note.row >= 0, note.row <= layout.axis.rowCount, note.value.isFinite,
      note.value > scale.lowerLimit
    else { return }
    let line = panel.top + PreviewPanel.line(of: scale.position(of: note.value), layout.grain)
    let column = layout.column(of: Double(note.row))
    let width = CellWidth.of(text)
    let lines = panel.top..<(panel.top + panel.height)
    // Beside the value, then above and below it.
    let candidates = [
      (line, column + 2), (line - 1, column - width / 2), (line - 1, layout.plot.upperBound - width),
      (line - 1, column - width), (line, column - 1 - width), (line + 1, column + 1), (line + 1, column - width),
    ]
    for (line, start) in candidates where lines.contains(line) && start >= layout.plot.lowerBound {
      // A blank on either side, where the plot goes on.
      let end = start + width
      let around = max(layout.plot.lowerBound, start - 1)..<min(layout.plot.upperBound, end + 1)
      guard end <= layout.plot.upperBound, around.lowerBound < around.upperBound,
        screen.isFree(line: line, columns: around)
      else { continue }
      screen.write(text, line: line, column: start, ink: .strong)
      return
    }
  }
}
