/// Names in the plot, each on its own curve where that is farthest from the others.
struct InnerNames {
  private let panel: Panel
  private let layout: PanelLayout
  private let size: Double
  private var space: Space

  /// Among more names than this none would be found.
  static let most = 12
  private static let places = 60

  init(of panel: Panel, in layout: PanelLayout, size: Double, space: Space) {
    (self.panel, self.layout, self.size, self.space) = (panel, layout, size, space)
  }

  /// The names of those series that have none yet; `nil` where one of them has no place.
  func placed() -> [PlacedName]? {
    let done = Set(layout.names.map(\.series))
    let wanted = panel.series.indices.filter { panel.series[$0].name != nil && !done.contains($0) }
    guard wanted.count <= Self.most else { return nil }
    var space = space
    var placed: [PlacedName] = []
    let whole = wanted.map { Fitting.oneLine(panel.series[$0].name ?? "") }
    guard let names = SeriesNames.fitted(whole, by: .font(size: size), width: layout.plot.width * 0.4) else {
      return nil
    }
    for (index, name) in zip(wanted, names) where layout.traces[index].trace.end != nil {
      let width = TextWidth.of(name, size: size)
      guard !name.isEmpty, width < layout.plot.width * 0.45, let text = place(name, width, of: index, in: space) else {
        return nil
      }
      space.take(text.box(size: size, width: width).grown(by: 4))
      placed.append(PlacedName(text: text, line: layout.traces[index].line, series: index))
    }
    return placed
  }

  /// The best place of a name.
  private func place(_ name: String, _ width: Double, of index: Int, in space: Space) -> PlacedText? {
    let plot = layout.plot
    var best: (score: Double, text: PlacedText)?
    func consider(_ x: Double, _ baseline: Double, bonus: Double) {
      let text = PlacedText(text: name, x: x, baseline: baseline)
      let box = text.box(size: size, width: width)
      guard space.isFree(box), let score = score(of: box, on: index, in: space) else { return }
      // On a hairline only where there is no other place.
      let crossed = space.isCrossed(box) ? 1000.0 : 0
      if score + bonus - crossed > best?.score ?? -.infinity { best = (score + bonus - crossed, text) }
    }
    if let end = layout.traces[index].trace.end, end.x < plot.right - width {
      // Where a curve ends before the others do, its name follows it.
      consider(end.x + 7, PlacedText.baseline(centredOn: end.y, size: size), bonus: 40)
    }
    for number in 0...Self.places {
      let x = plot.left + 6 + (plot.width - 12 - width) * Double(number) / Double(Self.places)
      guard let own = space.curves[index].span(from: x, to: x + width) else { continue }
      for isAbove in [true, false] {
        let baseline = isAbove ? own.top - 4 - size * 0.2 : own.bottom + 4 + size * 0.75
        let box = PlacedText(text: name, x: x, baseline: baseline).box(size: size, width: width)
        let shift = space.shift(of: box, up: isAbove)
        guard abs(shift) < size else { continue }
        consider(x, baseline + shift, bonus: 0)
      }
    }
    return best?.text
  }

  /// How well a name in a box belongs to its own curve; `nil` where another is as near.
  private func score(of box: Rectangle, on index: Int, in space: Space) -> Double? {
    func gap(_ curve: Silhouette, from left: Double, to right: Double) -> Double? {
      curve.span(from: left, to: right).map { max(box.top - $0.bottom, $0.top - box.bottom, 0) }
    }
    guard let own = space.curves[index].span(from: box.left - 9, to: box.right) else { return nil }
    let near = max(box.top - own.bottom, own.top - box.bottom, 0)
    var others = 50.0
    for (other, curve) in space.curves.enumerated() where other != index {
      guard let gap = gap(curve, from: box.left - 6, to: box.right + 6) else { continue }
      guard gap > near + 4 else { return nil }
      others = min(others, gap)
    }
    let steepness = own.bottom - own.top
    guard steepness < 60 else { return nil }
    return others - 0.6 * steepness - 2 * near
  }
}
