/// The names of curves in the order in which these stand, each with the letter of its curve: beside the plots, or above
/// them where they cannot fit there.
struct PreviewLegend {
  struct Entry {
    let look: DotLook
    let text: String
    /// Where it stands in its line.
    var column = 0
  }

  /// The columns that names take right of the plots.
  let margin: Int
  /// The names right of the plots, one under another.
  let beside: [Entry]
  /// The lines above the plots.
  let lines: [[Entry]]
  /// How many names had no room in them.
  let left: Int

  /// The lines that all of it takes above the plots.
  var height: Int { lines.count + (left > 0 ? 1 : 0) }

  /// The most lines that are worth their room.
  private static let mostLines = 10

  init(of panels: [Panel], height: Int, width: Int, _ terminal: Terminal) {
    let items = Self.items(of: panels, terminal)
    // A blank on both sides of the letter.
    let room = width * 3 / 10 - 3
    let names = items.map(\.text)
    if items.isEmpty {
      (margin, beside, lines, left) = (0, [], [], 0)
    } else if room >= 4, items.count <= height,
      let fitted = SeriesNames.fitted(names, by: .cells, width: Double(room))
    {
      margin = (fitted.map { CellWidth.of($0) }.max() ?? 0) + 3
      beside = zip(items, fitted).map { Entry(look: $0.look, text: $1) }
      (lines, left) = ([], 0)
    } else {
      (margin, beside) = (0, [])
      (lines, left) = Self.lines(of: items, width: width)
    }
  }

  /// Every name once, side by side on a few lines.
  private static func lines(of items: [Entry], width: Int) -> (lines: [[Entry]], left: Int) {
    var lines: [[Entry]] = []
    var (column, placed) = (0, 0)
    for item in items {
      let most = Double(max(4, width / 2 - 3))
      let text = Fitting.elidedInMiddle(item.text, by: .cells, width: most)
      let taken = 2 + CellWidth.of(text)
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

  private static func items(of panels: [Panel], _ terminal: Terminal) -> [Entry] {
    var items: [Entry] = []
    var seen: Set<[UInt8]> = []
    for panel in panels {
      let coincidence = Coincidence(in: panel.series)
      let range = ValueRange(of: panel, height: 100)
      for index in SeriesNames.order(panel, range) {
        guard let name = panel.series[index].name, seen.insert(Array(name.utf8)).inserted else { continue }
        let look = DotLook(of: panel, at: index, besides: coincidence, on: terminal)
        items.append(Entry(look: look, text: Fitting.oneLine(name)))
      }
    }
    return items
  }
}
