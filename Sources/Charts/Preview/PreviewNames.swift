/// The names of curves right of the plots, and their letters on the curves.
struct PreviewNames: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    guard let top = layout.panels.first?.top else { return }
    for (line, entry) in layout.legend.beside.enumerated() {
      let column = layout.plot.upperBound + 1
      screen.write(entry.look.sign(on: layout.terminal), line: top + line, column: column, ink: entry.look.ink)
      screen.write(entry.text, line: top + line, column: column + 2, ink: entry.look.ink)
    }
    guard layout.terminal.isUnicode else { return }
    for panel in layout.panels {
      let named = panel.panel.series.indices.filter { panel.panel.series[$0].name != nil }
      guard named.count > 1 else { continue }
      var taken: Set<Int> = []
      for index in named { drawLetters(of: index, in: panel, besides: &taken, on: &screen) }
    }
  }

  /// Writes the letter of a curve where it is farthest from the others, in the left and in the right half of the plot.
  private func drawLetters(
    of index: Int, in panel: PreviewPanel, besides taken: inout Set<Int>, on screen: inout Screen
  ) {
    let width = layout.plot.count
    for half in [0..<max(1, width / 2), max(1, width / 2)..<max(2, width)] {
      var best: (distance: Int, column: Int, line: Int)?
      for column in half {
        guard let line = line(of: index, in: panel, column), !taken.contains(line * width + column) else { continue }
        let others = panel.panel.series.indices.filter { $0 != index }.compactMap {
          self.line(of: $0, in: panel, column)
        }
        let apart = others.map { abs($0 - line) }.min() ?? width
        // Near the middle of the half, if it makes no difference.
        let distance =
          4 * min(apart, 6) - abs(column - (half.lowerBound + half.upperBound) / 2) * 4 / max(1, half.count)
        if distance > best?.distance ?? .min { best = (distance, column, line) }
      }
      guard let best else { continue }
      taken.insert(best.line * width + best.column)
      let look = panel.looks[index]
      screen.write(
        look.letter, line: panel.top + best.line, column: layout.plot.lowerBound + best.column, ink: look.ink)
    }
  }

  /// The line of the plot in which a curve is at a column.
  private func line(of index: Int, in panel: PreviewPanel, _ column: Int) -> Int? {
    let values = panel.panel.series[index].values
    let scale = panel.scale(layout.grain)
    let row = layout.axis.row(at: Double(layout.plot.lowerBound + column) + 0.5)
    guard let row = Int(exactly: row.rounded(.down)), values.indices.contains(row), values[row].isFinite,
      values[row] > scale.lowerLimit
    else { return nil }
    let fraction = scale.fraction(of: values[row])
    guard !panel.range.isCropped || (0...1).contains(fraction) else { return nil }
    return PreviewPanel.line(of: scale.position(of: values[row]), layout.grain)
  }
}
