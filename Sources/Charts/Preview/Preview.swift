package import Text

extension Chart {
  /// The chart as text: its curves in braille dots (or marks, where there is only ASCII), with the picture's own axes.
  ///
  /// Every line ends with a line end, and none is wider than the terminal.
  package func preview(on terminal: Terminal) -> Bytes {
    let layout = PreviewLayout(of: self, on: terminal)
    var screen = Screen(width: layout.width, height: layout.height)
    let marks: [any PreviewMark] = [
      PreviewTitles(layout: layout), PreviewAxes(layout: layout), PreviewCurves(layout: layout),
      PreviewNames(layout: layout), PreviewNotes(layout: layout), PreviewHairlines(layout: layout),
    ]
    for mark in marks { mark.draw(on: &screen) }
    return screen.bytes(for: terminal)
  }
}

/// Something written on a screen: it is given places, and later ones leave to earlier ones what these took.
protocol PreviewMark {
  func draw(on screen: inout Screen)
}
