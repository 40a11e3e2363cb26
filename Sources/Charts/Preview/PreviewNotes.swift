/// The words at a curve's notable values, where the signs around leave room for them.
struct PreviewNotes: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    for panel in layout.panels {
      for note in panel.panel.notes.prefix(12) {
        let text = Fitting.oneLine(note.label ?? panel.range.text(note.value))
        guard !text.isEmpty, let place = layout.place(text, row: note.row, value: note.value, in: panel, on: screen)
        else { continue }
        screen.write(text, line: place.line, column: place.column, ink: .strong)
      }
    }
  }
}

extension PreviewLayout {
  /// Where a text stands beside a value, if there is room.
  func place(
    _ text: String, row: Int, value: Double, in panel: PreviewPanel, on screen: Screen
  ) -> (line: Int, column: Int)? {
    let scale = panel.scale(grain)
    guard row >= 0, row <= axis.rowCount, axis.shows(Double(row)), value.isFinite, value > scale.lowerLimit,
      panel.shows(value, on: scale)
    else { return nil }
    let line = panel.top + PreviewPanel.line(of: scale.position(of: value), grain)
    let column = column(of: Double(row))
    let width = CellWidth.of(text)
    let lines = panel.top..<(panel.top + panel.height)
    // Beside the value, then above and below it.
    let candidates = [
      (line, column + 2), (line - 1, column - width / 2), (line - 1, plot.upperBound - width),
      (line - 1, column - width), (line, column - 1 - width), (line + 1, column + 1), (line + 1, column - width),
    ]
    return candidates.first { line, start in
      guard lines.contains(line), start >= plot.lowerBound, start <= column + 2, start + width <= plot.upperBound
      else { return false }
      // A blank on either side, where the plot goes on.
      let around = max(plot.lowerBound, start - 1)..<min(plot.upperBound, start + width + 1)
      return around.lowerBound < around.upperBound && screen.isFree(line: line, columns: around)
    }
  }
}
