import Text
import XML

/// A chart on its way to a picture: everything is measured first, then each mark writes its elements.
struct Drawing {
  private let chart: Chart
  private let layout: Layout
  private let look: Look
  private let identifier: String

  init(of chart: Chart) {
    self.chart = chart
    layout = Layout(of: chart)
    look = Look(theme: chart.theme, background: chart.background)
    identifier = Identifier.sanitized(chart.idPrefix)
  }

  func draw(with writer: inout Writer) {
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": .number(layout.size.width),
        "height": .number(layout.size.height),
        "viewBox": "0 0 \(Self.pixels(layout.size.width * scale)) \(Self.pixels(layout.size.height * scale))",
        "style": "max-width:100%;height:auto", "id": .text(identifier), "role": "img",
        "aria-labelledby": "\(identifier)-title \(identifier)-desc",
        "font-family": "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
        // The hairlines of a larger picture are wider, too.
        "stroke-width": scale == 1 ? .absent : 1,
      ]
    ) { writer in
      drawHead(with: &writer)
      drawBody(with: &writer)
    }
  }

  private func drawHead(with writer: inout Writer) {
    writer.element("title", ["id": "\(identifier)-title"], text: chart.title ?? chart.panels.first?.title ?? "Chart")
    writer.element("desc", ["id": "\(identifier)-desc"], text: description)
    let stylesheet = Stylesheet(
      look: look, identifier: identifier, lines: layout.lines,
      namedPlaces: layout.panels.flatMap { $0.names.map(\.line.place) },
      height: Double(Self.pixels(layout.size.height * scale)))
    writer.textElement("style", stylesheet.write)
  }

  /// How many pixels make one of the units that the layout is measured in.
  var scale: Double { layout.header.scale }

  private static func pixels(_ length: Double) -> Int { Int(exactly: length.rounded()) ?? 0 }

  private var description: String {
    let remarks = layout.panels.compactMap(\.range.remark).prefix(1)
    return ([chart.description] + remarks).filter { !$0.isEmpty }.joined(by: " ")
  }

  private func drawBody(with writer: inout Writer) {
    if let fill = look.colours.background {
      writer.element("rect", ["class": "background", "width": "100%", "height": "100%", "fill": .text(fill)])
    }
    TitleMark(layout: layout, look: look).draw(with: &writer)
    KeyMark(layout: layout, look: look).draw(with: &writer)
    Grid(layout: layout, look: look).draw(with: &writer)
    BoundaryMark(layout: layout, look: look).draw(with: &writer)
    ValueAxis(layout: layout, look: look).draw(with: &writer)
    StepAxis(layout: layout, look: look).draw(with: &writer)
    LineMark(layout: layout, look: look).draw(with: &writer)
    NoteMark(layout: layout, look: look).draw(with: &writer)
    NameMark(layout: layout, look: look).draw(with: &writer)
    HitTargets(layout: layout, chart: chart).draw(with: &writer)
  }
}

/// Something drawn: it is given places and colours, and measures nothing itself.
protocol Mark {
  func draw(with writer: inout Writer)
}
