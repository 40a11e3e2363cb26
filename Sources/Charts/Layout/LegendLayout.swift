/// The entries of a legend, flowing in rows from left to right.
struct LegendLayout: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    let text: String
    /// `nil` for the remark that there are more.
    let paletteIndex: Int?
    let x: Double
    /// The middle of the row, from the legend's top.
    let y: Double
  }

  private(set) var entries: [Entry] = []
  let height: Double

  static let swatch = 18.0
  static let gap = 5.0
  private static let distance = 16.0

  /// No legend.
  init() { height = 0 }

  /// The legend of some panels, which name the same thing only once.
  init(of panels: [Panel], left: Double, right: Double, maxHeight: Double, sizes: TypeSizes) {
    let lineHeight = sizes.nameLineHeight + 2
    let rows = max(1, Int(exactly: (maxHeight / lineHeight).rounded(.down)) ?? 1)
    var items: [(name: String, paletteIndex: Int)] = []
    var seen: Set<String> = []
    for panel in panels {
      for (index, series) in panel.series.enumerated() {
        guard let name = series.name, seen.insert(name).inserted else { continue }
        items.append((Fitting.oneLine(name), series.paletteIndex ?? index))
      }
    }
    let most = min(right - left, max(80, (right - left) / 2)) - Self.swatch - Self.gap
    var x = left
    var row = 0
    for (number, item) in items.enumerated() {
      let text = Fitting.elided(item.name, size: sizes.name, width: most)
      let width = Self.swatch + Self.gap + TextWidth.of(text, size: sizes.name)
      let remark = "+ \(items.count - number) more"
      // In the last row there must be room left for the remark, unless this is the last entry.
      let isLast = number == items.count - 1
      let reserved = row == rows - 1 && !isLast ? Self.distance + TextWidth.of(remark, size: sizes.name) : 0
      if x > left, x + width + (row == rows - 1 ? reserved : 0) > right {
        guard row + 1 < rows else {
          entries.append(Entry(text: remark, paletteIndex: nil, x: x, y: (Double(row) + 0.5) * lineHeight))
          break
        }
        x = left
        row += 1
      }
      entries.append(Entry(text: text, paletteIndex: item.paletteIndex, x: x, y: (Double(row) + 0.5) * lineHeight))
      x += width + Self.distance
    }
    height = Double(row + 1) * lineHeight + 6
  }
}
