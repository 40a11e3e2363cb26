/// The heights of the plots, above one another.
struct Rows: Sendable {
  /// Where each plot begins and ends: whole and a half, so that a hairline at either end is sharp.
  let plots: [(top: Double, bottom: Double)]
  let ranges: [ValueRange]

  /// The rows below a header, and below what else takes a height there.
  init(under header: Header, below taken: Double) {
    let heights = Self.heights(under: header, below: taken)
    var top = header.top + taken
    plots = heights.indices.map { index in
      let start = (top + (index == 0 ? header.aboveFirst : header.betweenPlots)).rounded(.down) + 0.5
      let isLast = index == heights.count - 1
      let end = isLast ? header.bottom : start + heights[index]
      top = max(start + 1, end.rounded(.down) + 0.5)
      return (start, top)
    }
    ranges = zip(header.panels, heights).map { ValueRange(of: $0, height: $1) }
  }

  /// The heights that panels have before they are placed.
  static func heights(under header: Header, below taken: Double = 0) -> [Double] {
    let between = Double(header.panels.count - 1) * header.betweenPlots
    let room = header.bottom - header.top - taken - header.aboveFirst - between
    return split(room, among: header.panels.count)
  }

  /// The main panel's share, then equal ones, of a height that can be read where there is room for it.
  private static func split(_ height: Double, among count: Int) -> [Double] {
    let height = max(Double(count), height)
    guard count > 1 else { return [height] }
    let rest = Double(count - 1)
    let share = height * 0.38 / rest
    let side = max(share, min(Header.leastPanel, height / Double(count)))
    return [height - side * rest] + Array(repeating: side, count: count - 1)
  }
}
