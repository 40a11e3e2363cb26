/// Every place in a picture, known before anything is drawn.
///
/// Made in steps, each of the one before: the header, what names the curves, the rows and the columns of the plots, the
/// panels in them, the notes in those.
///
/// A class, for ten marks have it in common, and copies of all that it holds would be a tenth of a small picture's time.
final class Layout: Sendable {
  let header: Header
  let legend: LegendLayout
  let columns: Columns
  let panels: [PanelLayout]
  let stepAxis: StepAxisLayout
  let boundaries: BoundaryLayout
  /// How many of the palette's colours are in use.
  let paletteSize: Int

  var size: (width: Double, height: Double) { header.size }
  var sizes: TypeSizes { header.sizes }
  var titleLines: [PlacedText] { header.titleLines }
  var legendTop: Double { header.top }
  /// The right end of the plots, where names begin.
  var plotRight: Double { columns.right }

  init(of chart: Chart) {
    let header = Header(of: chart)
    let naming = Naming(under: header)
    let legend = naming.usesLegend ? LegendLayout(under: header) : LegendLayout()
    let rows = Rows(under: header, below: legend.height)
    let columns = Columns(of: chart, under: header, ranges: rows.ranges, margin: naming.margin)
    let stepAxis = StepAxisLayout(of: chart, from: columns, under: header)
    let boundaries = BoundaryLayout(
      of: chart, along: stepAxis.scale,
      labels: LabelRow(
        right: header.size.width - header.sizes.padding,
        baseline: header.top + legend.height + header.aboveFirst - 8, ruler: .font(size: header.sizes.boundary)),
      spacing: 8)
    let placed = header.panels.indices.map { index in
      PanelLayout(index, under: header, rows: rows, columns: columns, names: naming.names[index], along: stepAxis.scale)
    }
    panels = Notes(in: placed, under: header, along: stepAxis.scale, besides: boundaries).panels
    paletteSize = panels.reduce(0) { most, panel in
      panel.traces.reduce(most) { $1.line.isReference ? $0 : max($0, Palette.colour($1.line.paletteIndex) + 1) }
    }
    (self.header, self.legend, self.columns) = (header, legend, columns)
    (self.stepAxis, self.boundaries) = (stepAxis, boundaries)
  }
}
