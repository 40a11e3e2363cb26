import XML

/// Every place in a picture, known before anything is drawn.
///
/// Made in steps, each of the one before: the header, the rows and the columns of the plots, the panels in them, the notes
/// and names in those.
///
/// A class, because ten marks share it, and copies of all that it holds would be a tenth of a small picture's time.
final class Layout: Sendable {
  let header: Header
  let frame: Frame
  /// The looks of the curves, one for each place in the palette, in its order.
  let lines: [LineLook]

  var size: (width: Double, height: Double) { header.size }
  var sizes: TypeSizes { header.sizes }
  var titleLines: [PlacedText] { header.titleLines }
  var key: Key { frame.key }
  var panels: [PanelLayout] { frame.panels }
  var stepAxis: StepAxisLayout { frame.stepAxis }
  var boundaries: BoundaryLayout { frame.boundaries }

  /// A dash pattern in pixels.
  func dashes(_ pattern: String?) -> Attribute {
    guard let pattern, header.scale != 1 else { return Attribute(pattern) }
    let lengths = pattern.split(separator: " ").compactMap { Double($0) }
    return .text(lengths.map { "\(($0 * header.scale * 100).rounded() / 100)" }.joined(separator: " "))
  }

  init(of chart: Chart) {
    header = Header(of: chart)
    frame = Frame.of(chart, under: header)
    var lines: [LineLook] = []
    for panel in frame.panels { lines += panel.traces.lazy.map(\.line).filter { !$0.isReference } }
    lines.sort { $0.place < $1.place }
    self.lines = lines.indices.filter { $0 == 0 || lines[$0].place != lines[$0 - 1].place }.map { lines[$0] }
  }
}
