/// The names of curves, each at its curve's end, or right of the plot at that height.
struct PreviewNames: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    for (panel, names) in zip(layout.panels, layout.legend.names) {
      let named = names.indices.filter { names[$0] != nil && !drawEarly(names[$0], of: $0, in: panel, on: &screen) }
      let ends = named.map { end(of: panel.panel.series[$0], in: panel) }
      let places = Spreading.spread(ends, distance: 1, within: 0...Double(max(0, panel.height - 1)))
      for (index, place) in zip(named, places) {
        let line = panel.top + (Int(exactly: place.rounded()) ?? 0)
        let column = layout.plot.upperBound + 1
        let look = panel.looks[index]
        screen.write(look.swatch(on: layout.terminal), line: line, column: column, ink: look.ink)
        screen.write(
          names[index] ?? "", line: line, column: column + DotLook.swatchWidth(on: layout.terminal) + 1, ink: look.ink)
      }
    }
  }

  /// Writes the name of a curve that ends long before the plot does beside its end, if there is room.
  private func drawEarly(
    _ name: String?, of index: Int, in panel: PreviewPanel, on screen: inout Screen
  ) -> Bool {
    let limit = panel.scale(layout.grain).lowerLimit
    let series = panel.panel.series[index]
    guard let name, let row = series.values.lastIndex(where: { $0.isFinite && $0 > limit }),
      row < layout.axis.rowCount - 1, layout.column(of: Double(row + 1)) < layout.plot.upperBound - 6,
      let place = layout.place(name, row: row, value: series.values[row], in: panel, on: screen)
    else { return false }
    screen.write(name, line: place.line, column: place.column, ink: panel.looks[index].ink)
    return true
  }

  /// The line of the plot in which a curve has its last value.
  private func end(of series: Series, in panel: PreviewPanel) -> Double {
    let scale = panel.scale(layout.grain)
    guard let last = series.values.last(where: { $0.isFinite && $0 > scale.lowerLimit }) else { return .nan }
    return Double(PreviewPanel.line(of: scale.position(of: last), layout.grain))
  }
}
