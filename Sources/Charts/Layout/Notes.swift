/// The last step of a layout: the panels with what is written into them.
struct Notes: Sendable {
  let panels: [PanelLayout]

  init(
    in placed: [PanelLayout], under header: Header, along axis: StepScale, besides boundaries: BoundaryLayout
  ) {
    let sizes = header.sizes
    let texts = header.titleLines + placed.compactMap(\.title)
    panels = zip(header.panels, placed).map { panel, placed in
      let names = placed.earlyNames(panel, along: axis)
      guard !panel.notes.isEmpty || !names.isEmpty else { return placed }
      var noted = panel
      noted.notes = names + panel.notes
      var notes = NoteLayout(of: noted, in: placed, along: axis, sizes: sizes, width: header.size.width)
      notes.avoid(texts, size: sizes.axis)
      notes.avoid(boundaries.labels, size: sizes.boundary)
      notes.avoid(hairlines: boundaries.lines + boundaries.eventLines)
      var result = placed
      result.notes = notes.placed()
      guard !names.isEmpty else { return result }
      // A name that found no place at its curve's end stands with the others, and a leader goes there.
      let found = Set(result.notes.map(\.series))
      result.names.removeAll { name in
        names.contains { $0.series == name.series } && found.contains(name.series)
      }
      result.spreadNames(sizes: sizes)
      return result
    }
  }
}
