/// How a curve of dots is told from others.
struct DotLook: Sendable, Equatable {
  let ink: Ink
  /// As the pen wants them.
  let dashes: [Int]
  /// What stands for a dot where there is only ASCII.
  let mark: String

  private static let marks = ["*", "o", "x", "#", "@", "%", "=", "&"]
  private static let patterns: [[Int]] = [[], [10, 2], [2, 2], [6, 2, 2, 2]]

  /// The look of a panel's curve, among curves that it may lie on.
  ///
  /// Colours come first, then dashes; where there are no colours, dashes alone.
  init(of panel: Panel, at index: Int, besides coincidence: Coincidence, on terminal: Terminal) {
    let place = Int((panel.series[index].paletteIndex ?? index).magnitude % 1_000_000)
    ink = .series(place)
    mark = Self.marks[place % Self.marks.count]
    // Whole signs, for each has the colour of one curve only.
    let stripe = terminal.isUnicode ? 4 : 2
    if let stripes = coincidence.stripes(of: coincidence.hidden[index]) {
      dashes = [stripe * stripes.dash, stripe * stripes.gap]
    } else if terminal.isUnicode {
      dashes = Self.patterns[(terminal.isColored ? place / Palette.size : place) % Self.patterns.count]
    } else {
      dashes = []
    }
  }

  /// A piece of the curve, to stand beside its name.
  func swatch(on terminal: Terminal) -> String {
    guard terminal.isUnicode else { return mark }
    var pen = DotPen(
      on: DotCanvas(columns: Self.swatchWidth(on: terminal), lines: 1, grain: .braille), curve: 0, dashes: dashes)
    pen.add(x: 0, y: DotCanvas.Grain.braille.middle, style: .line, rowEnd: 0)
    pen.add(x: pen.canvas.dotColumns - 1, y: DotCanvas.Grain.braille.middle, style: .line, rowEnd: 0)
    return (0..<pen.canvas.columns).map { column in
      pen.canvas.cell(column: column, line: 0).map { DotCanvas.braille($0.dots) } ?? " "
    }.joined()
  }

  /// The columns that it takes.
  static func swatchWidth(on terminal: Terminal) -> Int { terminal.isUnicode ? 3 : 1 }
}
