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
    let axis = layout.axis.moved(to: PixelRange(start: 0, end: Double(canvas.dotColumns - 1)))
    let rows = axis.visible(of: series.values.count)
    if let period = Bounce.period(of: series.values[rows], columns: canvas.dotColumns) {
      return filled(series, rows, period, at: axis, scale, panel, index, on: canvas)
    }
    func x(_ row: Int) -> Int { Int(exactly: axis.position(of: Double(row)).rounded()) ?? 0 }
    let columns = x(rows.upperBound) - x(rows.lowerBound) + 1
    let selection = Selection(of: series.values, above: scale.lowerLimit, columns: columns, along: axis)
    var pen = DotPen(on: canvas, curve: index, dashes: panel.looks[index].dashes)
    var styles = StyleCursor(of: series)
    for index in selection.indices {
      guard index >= 0, panel.shows(series.values[index], on: scale) else {
        pen.lift()
        continue
      }
      pen.add(
        x: x(index), y: Int(exactly: scale.position(of: series.values[index]).rounded()) ?? 0,
        style: styles.style(at: index), rowEnd: x(index + 1))
      if series.isPoints { pen.lift() }
    }
    pen.lift()
    return pen.canvas
  }

  /// The area in which a curve goes up and down too often for the dots: each column from the least to the greatest value
  /// of a period around it.
  private func filled(
    _ series: Series, _ rows: Range<Int>, _ period: Int, at axis: StepScale, _ scale: ValueScale, _ panel: PreviewPanel,
    _ index: Int, on canvas: DotCanvas
  ) -> DotCanvas {
    var canvas = canvas
    for column in 0..<canvas.dotColumns {
      let (left, right) = (axis.row(at: Double(column) - 0.5), axis.row(at: Double(column) + 0.5))
      let start = max(rows.lowerBound, (Int(exactly: left.rounded()) ?? 0) - period / 2)
      let end = min(rows.upperBound, (Int(exactly: right.rounded()) ?? 0) + period / 2 + 1)
      guard start < end else { continue }
      let values = series.values[start..<end].filter {
        $0.isFinite && $0 > scale.lowerLimit && panel.shows($0, on: scale)
      }
      guard let low = values.min(), let high = values.max() else { continue }
      let (top, bottom) = (scale.position(of: high).rounded(), scale.position(of: low).rounded())
      guard let top = Int(exactly: top), let bottom = Int(exactly: bottom), top <= bottom else { continue }
      for y in top...bottom { canvas.plot(x: column, y: y, curve: index) }
    }
    return canvas
  }
}
