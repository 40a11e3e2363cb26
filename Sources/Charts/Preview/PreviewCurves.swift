/// The curves, thinned to what the dots can show: extremes are always there.
struct PreviewCurves: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    for panel in layout.panels {
      var canvas = DotCanvas(columns: layout.plot.count, lines: panel.height, grain: layout.grain)
      for index in panel.panel.series.indices { canvas = drawn(panel, index, on: canvas) }
      for line in 0..<canvas.lines {
        for column in 0..<canvas.columns {
          guard let (dots, curve) = canvas.cell(column: column, line: line) else { continue }
          let look = panel.looks[curve]
          screen.write(
            layout.grain == .braille ? DotCanvas.braille(dots) : look.mark, line: panel.top + line,
            column: layout.plot.lowerBound + column, ink: look.ink)
        }
      }
    }
  }

  private func drawn(_ panel: PreviewPanel, _ index: Int, on canvas: DotCanvas) -> DotCanvas {
    let series = panel.panel.series[index]
    let scale = panel.scale(layout.grain)
    let axis = StepScale(
      rowCount: layout.axis.rowCount, pixels: Interval(start: 0, end: Double(canvas.dotColumns - 1)))
    func x(_ row: Int) -> Int { Int(exactly: axis.position(of: Double(row)).rounded()) ?? 0 }
    let selection = Selection(of: series.values, above: scale.lowerLimit, columns: x(series.values.count) + 1)
    var pen = DotPen(on: canvas, curve: index, dashes: panel.looks[index].dashes)
    var styles = StyleCursor(of: series)
    for index in selection.indices {
      guard index >= 0 else {
        pen.lift()
        continue
      }
      pen.add(
        x: x(index), y: Int(exactly: scale.position(of: series.values[index]).rounded()) ?? 0,
        style: styles.style(at: index), rowEnd: x(index + 1))
    }
    pen.lift()
    return pen.canvas
  }
}
