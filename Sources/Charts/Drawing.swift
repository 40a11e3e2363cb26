import SVG

/// A chart on its way to a picture: everything is measured first, then each mark adds its elements.
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

  var element: Element {
    let (width, height) = (layout.size.width, layout.size.height)
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": .number(width), "height": .number(height),
        "viewBox": "0 0 \(Int(exactly: width) ?? 0) \(Int(exactly: height) ?? 0)",
        "style": "max-width:100%;height:auto", "id": .text(identifier), "role": "img",
        "aria-labelledby": "\(identifier)-title \(identifier)-desc",
        "font-family": "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
      ],
      children: head + body)
  }

  private var head: [Element] {
    [
      Element("title", ["id": "\(identifier)-title"], text: chart.title ?? chart.panels.first?.title ?? "Chart"),
      Element("desc", ["id": "\(identifier)-desc"], text: description),
      Element(
        "style",
        text: Stylesheet(
          look: look, identifier: identifier, paletteSize: layout.paletteSize, height: layout.size.height
        ).text),
    ]
  }

  private var description: String {
    guard layout.panels.contains(where: \.hidesValues) else { return chart.description }
    return chart.description.isEmpty
      ? ValueRange.remark : "\(chart.description) \(ValueRange.remark)"
  }

  private var body: [Element] {
    var elements: [Element] = []
    if let fill = look.colours.background {
      elements.append(
        Element("rect", ["class": "background", "width": "100%", "height": "100%", "fill": .text(fill)]))
    }
    elements += TitleMark(layout: layout, look: look).elements
    elements += Legend(layout: layout, look: look).elements
    elements += Grid(layout: layout, look: look).elements
    elements += BoundaryMark(layout: layout, look: look).elements
    elements += ValueAxis(layout: layout, look: look).elements
    elements += StepAxis(layout: layout, look: look).elements
    elements += LineMark(layout: layout, look: look).elements
    elements += NoteMark(layout: layout, look: look).elements
    elements += EndLabel(layout: layout, look: look).elements
    elements += HitTargets(layout: layout, chart: chart).elements
    return elements
  }
}

/// Something drawn: it is given places and colours, and measures nothing itself.
protocol Mark {
  var elements: [Element] { get }
}
