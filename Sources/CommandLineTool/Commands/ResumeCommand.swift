import Charts
import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot resume`: what a run would do that is interrupted and goes on with another schedule.
enum ResumeCommand {
  static let details = """
    Draws the run up to the interruption, and what really happens after it: what is loaded from the
    checkpoint wins over the new program or not, as the library has it. The table has a column
    "planned": the new schedule, had it been followed from the start.

    --at counts epochs where every scheduler is stepped once an epoch, else updates; 45ep and 1200step
    say which. --set changes a value of the file for the resumed run, and --with FILE is the resumed
    run's own file. --after sets a value by hand once everything is loaded, as a program does:
    scheduler.T_max=200 or optimizer.lr=0.1. Both files may be configurations of trainers; the flags
    that these need hold for both.

    A schedule file says the same: "resume": {"at": 45, "restore": WAY, "with": {…}, "after": {…}}, or
    an array of such objects for several interruptions in turn. "restore": {"last_epoch": 45} builds
    the scheduler with that last_epoch; "planned": false leaves out the column, as branches do. `lrplot explain` and `lrplot lint` say what goes wrong.

    Ways to restore, for --restore and "restore"; by default the first one of the schedule's library.
    "all", for --restore only, draws each of them:
    """

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard let file = line.operands.first else {
      throw Failure.usage(
        "resume needs a schedule file, or -",
        hint: "lrplot resume schedule.json --at 45 --set scheduler.T_max=120 > resume.svg")
    }
    try Command.refuse(line.operands.dropFirst().first, of: line.line, hint: "--with FILE gives the resumed run’s")
    let results = try Results(line, in: world)
    let stem = Path.stem(of: Path.name(of: file.text))
    let targets = Targets(results.destination, in: world)
    for path in [file.text] + (line.value(of: .with).map { [$0.text] } ?? []) {
      try targets.check([Input(path: path, relative: stem)])
    }
    let overlay = try PlotFlags(line: line, range: line.line.end).overlay()
    let request = try ResumeRequest(line, writing: results.paths(below: stem), in: world)
    let written: Results.Written
    if line.value(of: .restore)?.text == "all" {
      written = try all(request, results, overlay, stem, isWide: line.value(of: .width) == nil, in: world)
    } else {
      let document = try request.document(restoring: line.value(of: .restore))
      let spec = try document.spec(writing: results.paths(below: stem), in: world)
      var (title, options) = (spec.title, PlotOptions(of: spec))
      overlay(&title, &options)
      var curve = try Results.curve(of: spec, document.source, within: world.memory)
      if line.has(.before) { curve.showBefore() }
      let picture = Picture(
        curve: curve, title: title, heading: Heading.of(spec), source: spec.origin, options: options)
      try picture.checkAxis()
      written = try results.write(picture, relative: stem)
    }
    try results.finish(written)
    return .done
  }

  /// Every way of the schedule’s library: small multiples, or one table.
  private static func all(
    _ request: ResumeRequest, _ results: Results, _ overlay: PlotFlags.Overlay, _ stem: String, isWide: Bool,
    in world: World
  ) throws(Failure) -> Results.Written {
    var runs: [(way: Restoration, spec: Spec, curve: Curve)] = []
    var refusals: [(Restoration, Failure)] = []
    for way in try request.ways {
      do throws(Failure) {
        let document = try request.document(restoring: way)
        let spec = try document.spec(writing: results.paths(below: stem), in: world)
        runs.append((way, spec, try Results.curve(of: spec, document.source, within: world.memory)))
      } catch {
        refusals.append((way, error))
      }
    }
    guard let first = runs.first else {
      if let (_, failure) = refusals.first { throw failure }
      throw Failure.usage("this cannot be resumed")
    }
    for (way, failure) in refusals {
      guard case .diagnosed(_, let problems) = failure, let problem = problems.all.first else { continue }
      world.writeError(Bytes("lrplot: \(way.rawValue) is left out: \(problem.message.visible)\n".utf8))
    }
    var (title, options) = (first.spec.title, PlotOptions(of: first.spec))
    overlay(&title, &options)
    let cards = runs.map { run in
      let resumePoints = ResumePointDescription.of(run.curve)
      var card = Sheet.Card(
        title: run.way.rawValue,
        panel: Thinned.panel(
          Picture(curve: run.curve, title: nil, options: options).rates, rowCount: run.curve.rowCount),
        rowCount: min(run.curve.rowCount, Thinned.most), length: resumePoints.last?.short ?? "")
      // What happens lies over what was planned.
      card.panel.series =
        card.panel.series.filter { $0.weight != .full } + card.panel.series.filter { $0.weight == .full }
      card.marks = resumePoints.map { Double($0.row) / Double(run.curve.rowCount) }
      return card
    }
    let point = ResumePointDescription.of(first.curve).last
    let heading = point.map { "resumed at \(first.curve.unit) \($0.row); thin: the new plan alone" }
    let sheet = Sheet(
      title: title ?? Heading.of(first.spec), groups: [Sheet.Group(title: heading, cards: cards)],
      width: isWide ? 988 : options.width, theme: options.theme,
      background: options.background, idPrefix: options.idPrefix)
    let table = Picture(
      curve: .comparison(of: runs.map { ($0.way.rawValue, $0.curve) }), title: title, options: options)
    return try results.write(relative: stem) { format, path in
      format == .svg ? Pieces(sheet.draw()) : results.render(table, as: format, to: path)
    }
  }
}
