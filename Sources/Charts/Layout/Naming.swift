/// How series are told apart: by a name at the end of each curve, or by a legend when those cannot fit.
struct Naming: Sendable {
  /// The width that names take right of the plot, swatches and distances included.
  let margin: Double
  /// For each panel and series the name as it fits; `nil` for an unnamed one.
  let names: [[String?]]
  let usesLegend: Bool

  /// From the plot to the swatch, the swatch, from the swatch to the name.
  static let lead = 12.0
  static let swatch = 14.0
  static let gap = 6.0

  init(under header: Header) {
    let (panels, sizes) = (header.panels, header.sizes)
    guard panels.contains(where: { $0.series.contains { $0.name != nil } }) else {
      margin = 0
      usesLegend = false
      names = panels.map { $0.series.map { _ in nil } }
      return
    }
    let taken = Self.lead + Self.swatch + Self.gap
    let room = header.size.width * 0.3 - taken
    var widest = 0.0
    var fits = room >= 24
    var names: [[String?]] = []
    for (panel, height) in zip(panels, Rows.heights(under: header)) {
      let full = panel.series.map { $0.name.map(Fitting.oneLine) }
      let fitting = full.map { $0.map { Fitting.elidedInMiddle($0, size: sizes.name, width: room) } }
      let named = fitting.compactMap { $0 }
      // What has lost its middle must still be another name than its neighbour's.
      fits = fits && Set(named).count >= Set(full.compactMap { $0 }).count
      fits = fits && Double(named.count) * sizes.nameLineHeight <= height + sizes.nameLineHeight
      widest = named.reduce(widest) { max($0, TextWidth.of($1, size: sizes.name)) }
      names.append(fitting)
    }
    usesLegend = !fits
    margin = fits ? taken + widest : 0
    self.names = usesLegend ? names.map { $0.map { _ in nil } } : names
  }
}
