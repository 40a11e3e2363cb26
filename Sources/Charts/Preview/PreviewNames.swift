/// The names of curves, each right of the plot at the height at which its curve ends.
struct PreviewNames: PreviewMark {
  let layout: PreviewLayout

  func draw(on screen: inout Screen) {
    for (panel, names) in zip(layout.panels, layout.legend.names) {
      let named = names.indices.filter { names[$0] != nil }
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

  /// The line of the plot in which a curve has its last value.
  private func end(of series: Series, in panel: PreviewPanel) -> Double {
    let scale = panel.scale(layout.grain)
    guard let last = series.values.last(where: { $0.isFinite && $0 > scale.lowerLimit }) else { return .nan }
    return Double(PreviewPanel.line(of: scale.position(of: last), layout.grain))
  }
}
