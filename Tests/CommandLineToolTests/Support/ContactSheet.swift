import Curves
import XML
import Schedules
import Text

@testable import Charts
@testable import CommandLineTool

/// All schedules of the gallery in one picture: a small curve of each above its name, folder by folder.
struct ContactSheet {
  /// The schedules of one folder.
  struct Group {
    let title: String
    var cards: [(stem: String, title: String, curve: Curve, options: PlotOptions)] = []
  }

  let groups: [Group]

  private static let columns = 6
  private static let card = (width: 158.0, height: 96.0)
  /// The part of a card that the curve has.
  private static let plot = (width: 144.0, height: 60.0)
  private static let margin = 20.0
  private static let identifier = "gallery"

  var svg: Bytes {
    let rows = groups.map { ($0.cards.count + Self.columns - 1) / Self.columns }
    let height = rows.reduce(Self.margin) { $0 + 40 + Double($1) * Self.card.height }
    return Writer.document { writer in
      Self.root(height: height, description: description, to: &writer) { writer in
        var y = Self.margin
        for (group, rows) in zip(groups, rows) {
          Self.text(group.title, x: Self.margin, y: y + 14, size: 14, name: "strong", weight: "600", to: &writer)
          y += 30
          for (index, card) in group.cards.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: Self.columns)
            let x = Self.margin + Double(column) * Self.card.width
            Self.card(card, x: x, y: y + Double(row) * Self.card.height, to: &writer)
          }
          y += Double(rows) * Self.card.height + 10
        }
      }
    }
  }

  private var description: String {
    groups.map { "\($0.title): \($0.cards.map(\.stem).joined(separator: ", "))." }.joined(separator: " ")
  }

  private static func root(
    height: Double, description: String, to writer: inout Writer, _ body: (inout Writer) -> Void
  ) {
    let width = 2 * margin + Double(columns) * card.width
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": .number(width), "height": .number(height),
        "viewBox": "0 0 \(Shown.number(width)) \(Shown.number(height))", "style": "max-width:100%;height:auto",
        "id": "gallery",
        "role": "img", "aria-labelledby": "gallery-title gallery-desc",
        "font-family": "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
      ]
    ) { writer in
      writer.element("title", ["id": "gallery-title"], text: "The schedules of the gallery")
      writer.element("desc", ["id": "gallery-desc"], text: description)
      let look = Look(theme: .auto, background: .auto)
      let stylesheet = Stylesheet(look: look, identifier: identifier, paletteSize: Palette.size, height: height)
      writer.textElement("style", stylesheet.write)
      writer.element(
        "rect",
        ["class": "background", "width": "100%", "height": "100%", "fill": .text(light.background ?? "none")])
      body(&writer)
    }
  }

  private static let light = Colours.light

  private static func text(
    _ text: String, x: Double, y: Double, size: Double, name: String, weight: String? = nil, to writer: inout Writer
  ) {
    writer.element(
      "text",
      [
        "class": .text(name), "fill": .text(name == "strong" ? light.strong : light.quiet), "x": .number(x),
        "y": .number(y), "font-size": .number(size), "font-weight": Attribute(weight),
      ], text: text)
  }

  /// The curve, the line that it stands on, and the name.
  private static func card(
    _ card: (stem: String, title: String, curve: Curve, options: PlotOptions), x: Double, y: Double,
    to writer: inout Writer
  ) {
    let picture = Picture(curve: card.curve, title: nil, options: card.options)
    let series = card.curve.columns(of: .lr).enumerated().map { picture.series($1, at: $0) }
    let panel = Panel(title: "", series: series, isLogarithmic: card.options.y == .log)
    let bottom = y + plot.height
    let scale = ValueRange(of: panel, height: plot.height).scale(Interval(start: bottom, end: y + 4))
    let axis = StepScale(rowCount: card.curve.rowCount, pixels: Interval(start: x, end: x + plot.width))
    writer.element(
      "line",
      [
        "class": "axis", "stroke": .text(light.axis), "x1": .number(x), "x2": .number(x + plot.width),
        "y1": .number(bottom + 0.5), "y2": .number(bottom + 0.5),
      ])
    for (index, series) in series.enumerated() {
      writer.element(
        "path",
        [
          "class": "s\(Palette.colour(index))", "stroke": .text(Palette.light[Palette.colour(index)]), "fill": "none",
          "stroke-width": 1.5, "stroke-linejoin": "round",
          "d": .plain(Trace(of: series, along: axis, on: scale, height: plot.height).path),
        ])
    }
    text(card.stem, x: x, y: bottom + 15, size: 10.5, name: "quiet", to: &writer)
  }
}
