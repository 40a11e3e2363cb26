/// The names of curves: each at its end, or all above the plots where they cannot fit there.
struct PreviewLegend {
  struct Entry {
    let look: DotLook
    let text: String
    let column: Int
  }

  /// The columns that names take right of the plots.
  let margin: Int
  /// For each panel and series the name as it fits at its end.
  let names: [[String?]]
  /// The lines above the plots.
  let lines: [[Entry]]
  /// How many names had no room in them.
  let left: Int

  /// The lines that all of it takes.
  var height: Int { lines.count + (left > 0 ? 1 : 0) }

  init(of panels: [Panel], heights: [Int], width: Int, _ terminal: Terminal) {
    let full = panels.map { $0.series.map { $0.name.map(Fitting.oneLine) } }
    let swatch = DotLook.swatchWidth(on: terminal)
    // A blank on both sides of the swatch.
    let room = width * 3 / 10 - swatch - 2
    let fitting = full.map { $0.map { $0.map { Fitting.elidedInMiddle($0, by: .cells, width: Double(room)) } } }
    let fits =
      room >= 4
      && zip(zip(full, fitting), heights).allSatisfy { names, height in
        let (full, fitting) = (names.0.compactMap { $0 }, names.1.compactMap { $0 })
        return fitting.count <= height && Set(fitting).count >= Set(full).count
      }
    guard !fits else {
      let widest = fitting.joined().compactMap { $0 }.map { CellWidth.of($0) }.max()
      margin = widest.map { $0 + swatch + 2 } ?? 0
      names = fitting
      lines = []
      left = 0
      return
    }
    margin = 0
    names = full.map { $0.map { _ in nil } }
    (lines, left) = Self.lines(of: panels, full, width: width, terminal)
  }

  /// The most lines that are worth their room.
  private static let mostLines = 4

  /// Every name once, side by side on a few lines.
  private static func lines(
    of panels: [Panel], _ names: [[String?]], width: Int, _ terminal: Terminal
  ) -> (lines: [[Entry]], left: Int) {
    let swatch = DotLook.swatchWidth(on: terminal) + 1
    var lines: [[Entry]] = []
    var (column, placed) = (0, 0)
    let items = items(of: panels, names, terminal)
    for item in items {
      let text = Fitting.elidedInMiddle(item.name, by: .cells, width: Double(max(4, width / 2 - swatch - 1)))
      let taken = swatch + CellWidth.of(text)
      if lines.isEmpty || column + taken > width {
        if lines.count == mostLines { break }
        lines.append([])
        column = 0
      }
      lines[lines.count - 1].append(Entry(look: item.look, text: text, column: column))
      column += taken + 2
      placed += 1
    }
    return (lines, items.count - placed)
  }

  private static func items(
    of panels: [Panel], _ names: [[String?]], _ terminal: Terminal
  ) -> [(name: String, look: DotLook)] {
    var items: [(name: String, look: DotLook)] = []
    var seen: Set<String> = []
    for (panel, names) in zip(panels, names) {
      let coincidence = Coincidence(in: panel.series)
      for (index, name) in names.enumerated() {
        guard let name, seen.insert(name).inserted else { continue }
        items.append((name, DotLook(of: panel, at: index, besides: coincidence, on: terminal)))
      }
    }
    return items
  }
}
