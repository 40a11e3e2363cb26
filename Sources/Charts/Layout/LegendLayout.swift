/// The entries of a legend, in columns.
struct LegendLayout: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    let text: String
    /// `nil` for the remark that there are more.
    let line: LineLook?
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

  /// The legend of a picture's panels, which name the same thing only once, in a third of the height under its header.
  init(under header: Header) {
    let (panels, sizes) = (header.panels, header.sizes)
    let (left, right) = (sizes.padding, header.size.width - sizes.padding)
    let maxHeight = (header.bottom - header.top) / 3
    let lineHeight = sizes.nameLineHeight + 2
    let rows = max(1, Int(exactly: (maxHeight / lineHeight).rounded(.down)) ?? 1)
    let most = min(right - left, max(80, (right - left) / 2)) - Self.swatch - Self.gap
    let items = Self.items(of: panels).map { name, line in
      (text: Fitting.elidedInMiddle(name, size: sizes.name, width: most), line: line)
    }
    let widths = items.map { Self.swatch + Self.gap + TextWidth.of($0.text, size: sizes.name) }
    let columns = Self.columns(widths, within: right - left)
    let starts = columns.reduce(into: [left]) { $0.append(($0.last ?? left) + $1 + Self.distance) }
    var shown = min(items.count, rows * columns.count)
    if shown < items.count {
      // The remark takes the place of as many entries as it needs.
      shown -= 1
      let width = TextWidth.of("+ \(items.count) more", size: sizes.name)
      while shown > 0, shown % columns.count > 0, starts[shown % columns.count] + width > right { shown -= 1 }
    }
    for (number, item) in items.prefix(shown).enumerated() {
      let place = number.quotientAndRemainder(dividingBy: columns.count)
      entries.append(
        Entry(
          text: item.text, line: item.line, x: starts[place.remainder],
          y: (Double(place.quotient) + 0.5) * lineHeight))
    }
    if shown < items.count {
      let place = shown.quotientAndRemainder(dividingBy: columns.count)
      entries.append(
        Entry(
          text: "+ \(items.count - shown) more", line: nil, x: starts[place.remainder],
          y: (Double(place.quotient) + 0.5) * lineHeight))
    }
    height = ((entries.last?.y ?? 0) / lineHeight + 0.5) * lineHeight + 6
  }

  private static func items(of panels: [Panel]) -> [(name: String, line: LineLook)] {
    var items: [(name: String, line: LineLook)] = []
    var seen: Set<String> = []
    for panel in panels {
      let coincidence = Coincidence(in: panel.series)
      for (index, series) in panel.series.enumerated() {
        guard let name = series.name, seen.insert(name).inserted else { continue }
        items.append((Fitting.oneLine(name), LineLook(of: panel, at: index, besides: coincidence)))
      }
    }
    return items
  }

  /// The widths of as many columns as fit beside one another.
  private static func columns(_ widths: [Double], within room: Double) -> [Double] {
    var best = [widths.max() ?? 0]
    // A twentieth of the picture is narrower than any name with its swatch.
    for count in stride(from: 2, through: min(widths.count, 20), by: 1) {
      var columns = Array(repeating: 0.0, count: count)
      for (index, width) in widths.enumerated() { columns[index % count] = max(columns[index % count], width) }
      let total = columns.reduce(distance * Double(count - 1), +)
      if total <= room { best = columns }
    }
    return best
  }
}
