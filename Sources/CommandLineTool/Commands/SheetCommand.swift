import Charts
import Curves
import Diagnostics
import Schedules
import Text

/// `lrplot sheet`: many schedules in one picture, folder by folder.
enum SheetCommand {
  static let formats = OutputFormats([.svg], standard: .svg)

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    try line.requireFiles(
      "sheet needs schedule files or a folder of them", hint: "lrplot sheet schedules/ > sheet.svg")
    let overlay = try PlotFlags(line: line, range: line.line.end).overlay()
    let results = try Results(line, writing: formats, in: world)
    let inputs = Inputs(line.operands, excluding: line.value(of: .output)?.text, in: world).all
    let targets = Targets(results.destination, in: world)
    var exit = Exit.done
    var groups: [(folder: String, cards: [Sheet.Card])] = []
    var (title, options): (String?, PlotOptions) = (nil, PlotOptions())
    overlay(&title, &options)
    for input in inputs {
      try targets.check([Input(path: input.path, relative: "sheet")])
      do throws(Failure) {
        let subject = try Subject(input, writing: results.paths(below: "sheet"), in: world)
        let folder = folder(of: input)
        let group = groups.firstIndex { $0.folder.isSame(as: folder) } ?? groups.count
        if group == groups.count { groups.append((folder, [])) }
        groups[group].cards.append(card(of: subject, input, overlay))
      } catch {
        exit = .trouble
        guard case .diagnosed(let source, let problems) = error else { throw error }
        world.writeError(Bytes(Tool.draw(problems, of: source, in: world).utf8))
      }
    }
    if groups.isEmpty { return exit }
    let isOne = groups.count == 1
    let sheet = Sheet(
      title: title, groups: groups.map { Sheet.Group(title: isOne ? nil : $0.folder, cards: $0.cards) },
      width: line.value(of: .width) == nil ? 988 : options.width, theme: options.theme,
      background: options.background, idPrefix: options.idPrefix)
    let written = try results.write(relative: "sheet") { _, _ in Pieces(sheet.draw()) }
    try results.finish(written)
    return exit
  }

  /// What its group is called: the folder that it lies in.
  private static func folder(of input: Input) -> String {
    let below = Path.folder(of: input.relative)
    if below != "." { return below }
    guard let operand = input.operand else { return Path.folder(of: input.path) }
    var name = operand
    while name.utf8.count > 1, name.utf8.last == UInt8(ascii: "/") { name.removeLast() }
    return Path.name(of: name)
  }

  private static func card(of subject: Subject, _ input: Input, _ overlay: PlotFlags.Overlay) -> Sheet.Card {
    var (title, options): (String?, PlotOptions) = (subject.spec.title, PlotOptions(of: subject.spec))
    let own = title ?? Path.name(of: input.relative)
    overlay(&title, &options)
    let picture = Picture(curve: subject.curve, title: nil, options: options)
    let (count, unit) =
      subject.curve.unit == .epoch
      ? (subject.curve.rowCount / max(1, subject.curve.stepsPerEpoch), "epoch") : (subject.curve.rowCount, "step")
    return Sheet.Card(
      title: own, panel: Thinned.panel(picture.rates, rowCount: subject.curve.rowCount),
      rowCount: min(subject.curve.rowCount, Thinned.most),
      length: "\(Sheet.count(count)) \(unit)\(count == 1 ? "" : "s")")
  }
}

/// Long curves with no more values than a small picture can show, so that hundreds of them fit into memory.
enum Thinned {
  static let most = 4096

  static func panel(_ panel: Panel, rowCount: Int) -> Panel {
    guard rowCount > most else { return panel }
    var panel = panel
    panel.series = panel.series.map { series in
      var series = series
      func place(_ row: Int) -> Int { row.multipliedFullWidth(by: most).high == 0 ? row * most / rowCount : row }
      series.pieces = series.pieces.compactMap { piece in
        let (start, end) = (place(piece.range.lowerBound), place(piece.range.upperBound))
        return start < end ? Series.Piece(start..<end, piece.style) : nil
      }
      series.values = values(of: series.values, rowCount)
      return series
    }
    return panel
  }

  /// The least and the greatest value of each pair of places, in the order in which they come.
  private static func values(of all: [Double], _ rowCount: Int) -> [Double] {
    var values: [Double] = []
    for number in 0..<(most / 2) {
      let start = rowCount / (most / 2) * number + rowCount % (most / 2) * number / (most / 2)
      let next = number + 1
      let end = min(all.count, rowCount / (most / 2) * next + rowCount % (most / 2) * next / (most / 2))
      guard start < end else { break }
      let rows = (start..<end).filter { all[$0].isFinite }
      guard let low = rows.min(by: { all[$0] < all[$1] }), let high = rows.max(by: { all[$0] < all[$1] }) else {
        values += [.nan, .nan]
        continue
      }
      values += [all[min(low, high)], all[max(low, high)]]
    }
    return values
  }
}
