/// The plots of a picture, and what is written into and beside them; a class, as the layout is.
final class Frame: Sendable {
  let key: Key
  let columns: Columns
  let stepAxis: StepAxisLayout
  let boundaries: BoundaryLayout
  let panels: [PanelLayout]

  /// Names beside their curves where each has a place, else in a key.
  static func of(_ chart: Chart, under header: Header) -> Frame {
    let rows = Rows(under: header, below: 0)
    let names = header.panels.reduce(0) { most, panel in max(most, panel.series.count { $0.name != nil }) }
    if names == 0 {
      let frame = Frame(of: chart, under: header, rows, Key(), EndNames(none: header.panels))
      guard let room = frame.missingRoom(under: header) else { return frame }
      return Frame(of: chart, under: header, rows, Key(), EndNames(none: header.panels), room: room)
    }
    if names <= InnerNames.most {
      let frame = Frame(of: chart, under: header, rows, Key(), EndNames(of: chart, under: header, rows))
      if frame.namesAll(of: header.panels) {
        guard !frame.columns.hasMargin, let room = frame.missingRoom(under: header) else { return frame }
        let wider = Frame(of: chart, under: header, rows, Key(), EndNames(none: header.panels), room: room)
        return wider.namesAll(of: header.panels) ? wider : frame
      }
    }
    let key = Key(of: chart, under: header, rows)
    let rest = key.height > 0 ? Rows(under: header, below: key.height) : rows
    return Frame(of: chart, under: header, rest, key, EndNames(none: header.panels))
  }

  private init(of chart: Chart, under header: Header, _ rows: Rows, _ key: Key, _ ends: EndNames, room: Double = 0) {
    let columns = Columns(
      of: chart, under: header, ranges: rows.ranges, margin: max(key.margin, ends.margin), room: room)
    let stepAxis = StepAxisLayout(of: chart, from: columns, under: header)
    let boundaries = BoundaryLayout(
      of: chart, along: stepAxis.scale,
      labels: LabelRow(
        right: columns.hasMargin ? columns.right : header.size.width - header.sizes.padding,
        baseline: header.top + key.height + header.aboveFirst - 8, ruler: .font(size: header.sizes.boundary)),
      spacing: 8)
    let hasKey = !key.entries.isEmpty
    panels = header.panels.enumerated().map { index, panel in
      let bare = PanelLayout(index, under: header, rows, columns, along: stepAxis.scale)
      let hasNames = panel.series.contains { $0.name != nil }
      let placed = hasNames ? PanelLayout(bare, adding: ends.placed(index, in: bare, sizes: header.sizes)) : bare
      guard !panel.notes.isEmpty || hasNames else { return placed }
      let space = Space(of: panel, in: placed, along: stepAxis.scale, header: header, besides: boundaries)
      let notes = NoteLayout(of: panel, in: placed, along: stepAxis.scale, size: header.sizes.axis, space: space)
      guard hasNames, !hasKey else { return PanelLayout(placed, adding: [], notes: notes.placed) }
      let inner = InnerNames(of: panel, in: placed, size: header.sizes.name, space: notes.space)
      return PanelLayout(placed, adding: inner.placed() ?? [], notes: notes.placed)
    }
    (self.key, self.columns, self.stepAxis, self.boundaries) = (key, columns, stepAxis, boundaries)
  }

  /// What a note that has to be shown would take right of the plots; `nil` where all of them are shown.
  private func missingRoom(under header: Header) -> Double? {
    zip(header.panels, panels).compactMap { panel, placed in
      NoteLayout.missingWidth(of: panel, in: placed, size: header.sizes.axis)
    }.max().map { min($0 + 12, header.size.width * 0.3) }
  }

  /// Whether every series has its name beside it; a lower panel may leave names out that the first one has.
  private func namesAll(of source: [Panel]) -> Bool {
    var known: Set<[UInt8]> = []
    for (panel, placed) in zip(source, panels) {
      let named = Set(placed.names.map(\.series))
      for (index, series) in panel.series.enumerated() {
        guard let name = series.name.map({ Array($0.utf8) }) else { continue }
        if named.contains(index) || placed.traces[index].trace.end == nil { known.insert(name) }
        guard known.contains(name) else { return false }
      }
    }
    return true
  }
}
