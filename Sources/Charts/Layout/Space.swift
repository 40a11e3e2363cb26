/// What stands in a panel already, so that texts find a place between.
struct Space {
  /// Where texts may stand.
  let room: Rectangle
  let curves: [Silhouette]
  /// The heights of the lines at the ticks.
  private let grid: [Double]
  private var taken: [Rectangle]
  private let hairlines: [Double]

  init(
    of panel: Panel, in layout: PanelLayout, along axis: StepScale, header: Header, besides boundaries: BoundaryLayout
  ) {
    let plot = layout.plot
    let hasMargin = layout.names.isEmpty && layout.hasFreeMargin
    let right = hasMargin ? header.size.width - 4 : plot.right
    room = Rectangle(
      left: plot.left + 4, top: plot.top - header.sizes.header + 2, right: right, bottom: plot.bottom - 3)
    curves = panel.series.map { Silhouette(of: $0, along: axis, on: layout.scale) }
    grid = layout.labels.map(\.y)
    hairlines = boundaries.lines + boundaries.eventLines + boundaries.markers
    taken = boundaries.labels.map { $0.box(size: header.sizes.boundary) }
    taken += (header.titleLines + [layout.title].compactMap { $0 }).map { $0.box(size: header.sizes.axis) }
  }

  /// Keeps a part for what stands there.
  mutating func take(_ box: Rectangle) { taken.append(box) }

  /// Whether a text may stand in a box: inside, on no other text, no curve and no line of the grid.
  func isFree(_ box: Rectangle, distance: Double = 2) -> Bool {
    box.isInside(room) && !taken.contains(where: box.overlaps)
      && !grid.contains { $0 > box.top - 1.5 && $0 < box.bottom + 1.5 }
      && !curves.contains { $0.meets(box, distance: distance) }
  }

  /// Whether a vertical line passes through a box.
  func isCrossed(_ box: Rectangle) -> Bool { hairlines.contains { $0 > box.left - 2 && $0 < box.right + 2 } }

  /// How far a box has to go up (or down) so that no line of the grid passes through it; 0 where none does.
  func shift(of box: Rectangle, up: Bool) -> Double {
    guard let line = grid.first(where: { $0 > box.top - 1.5 && $0 < box.bottom + 1.5 }) else { return 0 }
    return up ? line - 1.6 - box.bottom : line + 1.6 - box.top
  }
}
