import Text
import XML

/// A sheet on its way to a picture.
struct SheetDrawing {
  private let sheet: Sheet
  private let look: Look
  private let identifier: String
  private let palette: Palette
  private let width: Double
  private let columns: Int
  private let titleLines: [String]

  private static let margin = 20.0
  private static let gap = 16.0
  private static let least = 148.0
  private static let plot = 64.0
  private static let text = (title: 11.0, remark: 10.0)
  private static let card = plot + 60

  init(of sheet: Sheet) {
    self.sheet = sheet
    look = Look(theme: sheet.theme, background: sheet.background)
    identifier = Identifier.sanitized(sheet.idPrefix)
    palette = sheet.theme == .print ? .print : .light
    let width = Double(max(100, min(sheet.width, 10_000)))
    self.width = width
    let count = ((width - 2 * Self.margin + Self.gap) / (Self.least + Self.gap)).rounded(.down)
    columns = max(1, Int(exactly: count) ?? 1)
    titleLines =
      sheet.title.map {
        Fitting.wrapped($0, size: 16, width: width - 2 * Self.margin, lines: 2, isBold: true)
      } ?? []
  }

  private var cardWidth: Double {
    (width - 2 * Self.margin - Self.gap * Double(columns - 1)) / Double(columns)
  }

  private func height(of group: Sheet.Group) -> Double {
    let rows = (group.cards.count + columns - 1) / columns
    return (group.title == nil ? 0 : 30) + Double(rows) * Self.card + 6
  }

  private var head: Double { Self.margin + Double(titleLines.count) * 22 }

  private var height: Double {
    (sheet.groups.reduce(head) { $0 + height(of: $1) } + Self.margin / 2).rounded(.up)
  }

  func draw(with writer: inout Writer) {
    let size = "0 0 \(Int(exactly: width) ?? 0) \(Int(exactly: height) ?? 0)"
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": .number(width), "height": .number(height),
        "viewBox": .text(size), "style": "max-width:100%;height:auto", "id": .text(identifier), "role": "img",
        "aria-labelledby": "\(identifier)-title \(identifier)-desc",
        "font-family": "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
      ]
    ) { writer in
      writer.element("title", ["id": "\(identifier)-title"], text: sheet.title ?? "Schedules")
      writer.element("desc", ["id": "\(identifier)-desc"], text: description)
      let stylesheet = Stylesheet(
        look: look, identifier: identifier, lines: lines, namedPlaces: [], height: height)
      writer.textElement("style", stylesheet.write)
      if let fill = look.colours.background {
        writer.element("rect", ["class": "background", "width": "100%", "height": "100%", "fill": .text(fill)])
      }
      var y = Self.margin
      for line in titleLines {
        text(line, x: Self.margin, y: y + 14, size: 16, isStrong: true, isBold: true, with: &writer)
        y += 22
      }
      for group in sheet.groups {
        draw(group, from: y, with: &writer)
        y += height(of: group)
      }
    }
  }

  private var description: String {
    sheet.groups.map { group in
      let names = group.cards.map { "\($0.title), \(remark(on: $0))" }
      return (group.title.map { "\($0): " } ?? "") + names.joined(separator: "; ") + "."
    }.joined(separator: " ")
  }

  private var lines: [LineLook] {
    var lines: [LineLook] = []
    for panel in sheet.groups.flatMap(\.cards).map(\.panel) {
      for line in looks(of: panel) where !lines.contains(where: { $0.place == line.place }) { lines.append(line) }
    }
    return lines.sorted { $0.place < $1.place }
  }

  /// In a sheet all curves of one place have one colour, in whatever order they are.
  private func looks(of panel: Panel) -> [LineLook] {
    let coincidence = Coincidence(in: panel.series)
    return panel.series.indices.map { index in
      var panel = panel
      panel.series[index].ramp = nil
      return LineLook(of: panel, at: index, besides: coincidence, in: palette)
    }
  }

  private func draw(_ group: Sheet.Group, from top: Double, with writer: inout Writer) {
    var top = top
    if let title = group.title {
      let shown = Fitting.elided(Fitting.oneLine(title), size: 14, width: width - 2 * Self.margin)
      text(shown, x: Self.margin, y: top + 14, size: 14, isStrong: true, isBold: true, with: &writer)
      top += 30
    }
    for (index, card) in group.cards.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      draw(
        card, x: (Self.margin + Double(column) * (cardWidth + Self.gap)).rounded(),
        y: top + Double(row) * Self.card, with: &writer)
    }
  }

  /// The curves, the line that they stand on, what they are and how high and long.
  private func draw(_ card: Sheet.Card, x: Double, y: Double, with writer: inout Writer) {
    let bottom = y + Self.plot
    let range = ValueRange(of: card.panel, height: Self.plot)
    let scale = range.scale(PixelRange(start: bottom, end: y + 4))
    let axis = StepScale(rowCount: card.rowCount, pixels: PixelRange(start: x, end: x + cardWidth))
    writer.element(
      "line",
      [
        "class": "axis", "stroke": .text(look.colours.axis), "x1": .number(x), "x2": .number(x + cardWidth),
        "y1": .number(bottom + 0.5), "y2": .number(bottom + 0.5),
      ])
    for mark in card.marks {
      let place = (x + cardWidth * mark).rounded(.down) + 0.5
      writer.element(
        "line",
        [
          "class": "axis", "stroke": .text(look.colours.axis), "stroke-dasharray": "4 3", "x1": .number(place),
          "x2": .number(place), "y1": .number(y), "y2": .number(bottom),
        ])
    }
    for (series, line) in zip(card.panel.series, looks(of: card.panel)) {
      writer.element(
        "path",
        [
          "class": "series \(line.styleClass)", "stroke": .text(look.stroke(line)), "fill": "none",
          "stroke-width": .number(line.weight == .full ? 1.5 : 0.75), "stroke-linejoin": "round",
          "d": .plain(Trace(of: series, along: axis, on: scale, height: Self.plot).path),
          "stroke-dasharray": Attribute(line.dash),
        ])
    }
    var baseline = bottom + 15
    for line in Fitting.wrapped(card.title, size: Self.text.title, width: cardWidth, lines: 2, isBold: false) {
      text(line, x: x, y: baseline, size: Self.text.title, isStrong: true, with: &writer)
      baseline += 13
    }
    let remark = Fitting.elided(remark(on: card), size: Self.text.remark, width: cardWidth)
    text(remark, x: x, y: baseline, size: Self.text.remark, isStrong: false, with: &writer)
  }

  private func remark(on card: Sheet.Card) -> String {
    let peak = Extent(of: card.panel.series, above: -.infinity).high
    return [
      peak.isFinite ? "peak \(Significant.text(peak))" : nil, card.length, card.panel.isLogarithmic ? "log" : nil,
    ].compactMap { $0 }.joined(separator: " · ")
  }

  private func text(
    _ text: String, x: Double, y: Double, size: Double, isStrong: Bool, isBold: Bool = false, with writer: inout Writer
  ) {
    writer.element(
      "text",
      [
        "class": isStrong ? "strong" : "quiet",
        "fill": .text(isStrong ? look.colours.strong : look.colours.quiet), "x": .number(x), "y": .number(y),
        "font-size": .number(size), "font-weight": Attribute(isBold ? "600" : nil),
      ], text: text)
  }
}
