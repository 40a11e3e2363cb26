import XML
package import Text

/// The recipe of a picture: panels of curves above one another, on one x axis that counts rows.
package struct Chart: Sendable, Equatable {
  package var title: String?
  /// What the picture shows, in words, for people who cannot see it.
  package var description: String
  /// The first panel is the main one.
  package var panels: [Panel]
  /// The x axis goes from 0 to this row.
  package var rowCount: Int
  package var xTitle: String?
  /// How many rows make one unit of the x axis: at 10, the label 1 stands at row 10.
  package var rowsPerUnit: Double
  /// The same rows counted in another unit, if that is worth knowing.
  package var twinAxis: TwinAxis?
  /// Where phases begin.
  package var boundaries: [Boundary]
  /// What happens within phases, marked more quietly.
  package var events: [Event]
  /// The reader's own lines.
  package var markers: [Marker]
  /// The rows that are shown, if not all of them.
  package var rows: ClosedRange<Double>?
  /// Whether equal ratios of rows have equal room.
  package var hasLogarithmicRows: Bool
  /// What the names of the curves are values of: it stands once above them, where they stand in a key.
  package var keyTitle: String?
  /// What is said under the picture, line by line.
  package var footers: [String]
  package var width: Int
  package var height: Int
  /// Whether the picture may be higher, so that each panel has room enough.
  package var mayGrow: Bool
  /// How much larger letters, lines and dots are than usual.
  package var scale: Double
  package var theme: Theme
  package var background: Background
  /// What every id begins with, so that several pictures can stand in one page.
  package var idPrefix: String

  package init(
    title: String? = nil, description: String = "", panels: [Panel], rowCount: Int, xTitle: String? = nil,
    rowsPerUnit: Double = 1, twinAxis: TwinAxis? = nil, boundaries: [Boundary] = [], events: [Event] = [],
    markers: [Marker] = [], rows: ClosedRange<Double>? = nil, hasLogarithmicRows: Bool = false,
    keyTitle: String? = nil, footers: [String] = [], width: Int = 720, height: Int = 400, mayGrow: Bool = false,
    scale: Double = 1, theme: Theme = .auto, background: Background = .auto, idPrefix: String = "chart"
  ) {
    self.title = title
    self.description = description
    self.panels = panels
    self.rowCount = rowCount
    self.xTitle = xTitle
    self.rowsPerUnit = rowsPerUnit
    self.twinAxis = twinAxis
    self.boundaries = boundaries
    self.events = events
    self.markers = markers
    self.rows = rows
    self.hasLogarithmicRows = hasLogarithmicRows
    self.keyTitle = keyTitle
    self.footers = footers
    self.width = width
    self.height = height
    self.mayGrow = mayGrow
    self.scale = scale
    self.theme = theme
    self.background = background
    self.idPrefix = idPrefix
  }

  /// The picture as the bytes of an SVG document.
  package func draw() -> Bytes {
    let drawing = Drawing(of: self)
    return Writer.document(scale: drawing.scale) { drawing.draw(with: &$0) }
  }
}
