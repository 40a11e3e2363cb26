/// The names of the curves beside the plots, or above them, in the order in which the curves stand.
struct Key: Sendable {
  struct Entry: Sendable, Equatable {
    let text: String
    /// `nil` for the remark that there are more.
    let line: LineLook?
    let x: Double
    /// The middle of the row.
    let y: Double
  }

  private(set) var entries: [Entry] = []
  /// What the names are values of.
  private(set) var title: PlacedText?
  /// What it takes above the plots, and right of them.
  private(set) var height = 0.0
  private(set) var margin = 0.0

  static let swatch = 18.0
  static let gap = 5.0
  private static let distance = 16.0
  private static let lead = 12.0

  /// No key.
  init() {}

  /// The names of all panels, each once: right of the plots where they fit there, else above them.
  init(of chart: Chart, under header: Header, _ rows: Rows) {
    let items = Self.items(of: chart, header, rows)
    if !stand(items, title: chart.keyTitle, header, rows) { lie(items, header) }
  }

  private typealias Item = (text: String, line: LineLook)

  private static func items(of chart: Chart, _ header: Header, _ rows: Rows) -> [Item] {
    var items: [Item] = []
    var seen: Set<[UInt8]> = []
    for (panel, range) in zip(header.panels, rows.ranges) {
      let coincidence = Coincidence(in: panel.series)
      for index in SeriesNames.order(panel, range) {
        guard let name = panel.series[index].name, seen.insert(Array(name.utf8)).inserted else { continue }
        items.append(
          (
            SeriesNames.value(Fitting.oneLine(name), under: chart.keyTitle),
            LineLook(of: panel, at: index, besides: coincidence, in: header.palette)
          ))
      }
    }
    return items
  }

  /// One name under another, if all have room.
  private mutating func stand(_ items: [Item], title: String?, _ header: Header, _ rows: Rows) -> Bool {
    let (sizes, width) = (header.sizes, header.size.width)
    let taken = Self.lead + Self.swatch + Self.gap
    let room = width * 0.3 - taken
    guard room >= 24, let top = rows.plots.first?.top, let bottom = rows.plots.last?.bottom,
      Double(items.count + (title == nil ? 0 : 1)) * sizes.nameLineHeight <= bottom - top,
      let texts = SeriesNames.fitted(items.map(\.text), by: .font(size: sizes.name), width: room)
    else { return false }
    let heading = title.map { Fitting.elidedInMiddle(Fitting.oneLine($0), size: sizes.axis, width: room + Self.swatch) }
    let widest = texts.reduce(0) { max($0, TextWidth.of($1, size: sizes.name)) }
    let headingWidth = heading.map { TextWidth.of($0, size: sizes.axis) + Self.lead } ?? 0
    margin = max(taken + widest, headingWidth)
    let left = width - sizes.padding - margin + Self.lead
    var y = top + sizes.nameLineHeight / 2
    if let heading {
      self.title = PlacedText(text: heading, x: left, baseline: PlacedText.baseline(centredOn: y, size: sizes.axis))
      y += sizes.nameLineHeight
    }
    for (item, text) in zip(items, texts) {
      entries.append(Entry(text: text, line: item.line, x: left, y: y))
      y += sizes.nameLineHeight
    }
    return true
  }

  /// In columns above the plots, in a third of the height.
  private mutating func lie(_ items: [Item], _ header: Header) {
    let sizes = header.sizes
    let (left, right) = (sizes.padding, header.size.width - sizes.padding)
    let lineHeight = sizes.nameLineHeight + 2
    let rows = max(1, Int(exactly: ((header.bottom - header.top) / 3 / lineHeight).rounded(.down)) ?? 1)
    let most = min(right - left, max(80, (right - left) / 2)) - Self.swatch - Self.gap
    let names = items.map(\.text)
    let texts =
      SeriesNames.fitted(names, by: .font(size: sizes.name), width: most)
      ?? names.map { Fitting.elidedInMiddle($0, size: sizes.name, width: most) }
    let columns = Self.columns(
      texts.map { Self.swatch + Self.gap + TextWidth.of($0, size: sizes.name) }, within: right - left)
    let starts = columns.reduce(into: [left]) { $0.append(($0.last ?? left) + $1 + Self.distance) }
    var shown = min(items.count, rows * columns.count)
    if shown < items.count {
      // The remark takes the place of as many entries as it needs.
      shown -= 1
      let width = TextWidth.of("+ \(items.count) more", size: sizes.name)
      while shown > 0, shown % columns.count > 0, starts[shown % columns.count] + width > right { shown -= 1 }
    }
    func add(_ text: String, _ line: LineLook?, at number: Int) {
      let place = number.quotientAndRemainder(dividingBy: columns.count)
      entries.append(
        Entry(
          text: text, line: line, x: starts[place.remainder],
          y: header.top + (Double(place.quotient) + 0.5) * lineHeight))
    }
    for number in 0..<shown { add(texts[number], items[number].line, at: number) }
    if shown < items.count { add("+ \(items.count - shown) more", nil, at: shown) }
    height = entries.last.map { $0.y - header.top + lineHeight / 2 + 6 } ?? 0
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
