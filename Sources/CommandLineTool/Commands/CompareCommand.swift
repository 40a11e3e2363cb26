import Curves
import Diagnostics
import Logs
import Schedules
import System
import Text

/// `lrplot compare`: several schedules in one picture, and logs on the first of them.
enum CompareCommand {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard line.operands.count >= 2 else {
      throw Failure.usage(
        "compare needs two files or more: schedules, configurations, or logs",
        hint: "lrplot compare a.json b.json > ab.svg")
    }
    let plotFlags = try PlotFlags(line: line, range: line.line.end).overlay()
    let results = try Results(line, in: world)
    let targets = Targets(results.destination, in: world)
    let inputs = line.operands.map { Input(path: $0.text, relative: "comparison") }
    // All are written to one place, so each is checked against it alone.
    for input in inputs { try targets.check([input]) }
    targets.removeLeftovers(below: [inputs[0].relative])

    let names = try line.labels(count: inputs.count) ?? names(of: inputs)
    if let twice = names.first(where: { name in names.count { $0.isSame(as: name) } > 1 }) {
      throw Failure.usage("“\(twice)” is named twice", hint: "give the curves different names: --label A,B")
    }
    var curves: [(name: String, curve: Curve)] = []
    var logs: [(name: String, source: Source)] = []
    let logOptions = try LogOptions(line)
    var messages = ""
    try refuseKinds(line, in: world)
    var (rows, perRow, series) = (0, 0, 0)
    for (input, name) in zip(inputs, names) {
      do throws(Failure) {
        // A pipe can be read only once.
        let file = try world.log(input.path)
        if isLog(file, at: input.path, logOptions) {
          logs.append((name, file))
          continue
        }
        let source = try SpecFile.source(file, in: world)
        let targets = results.paths(below: input.relative)
        let spec = try SpecFile.read(source, at: input.path, writing: targets, in: world)
        // Every curve is as long as the longest, if only with empty cells.
        rows = max(rows, spec.steps)
        perRow += spec.valuesPerRow
        series += spec.seriesCount + 1
        guard rows * perRow <= Spec.maximumValues, series <= Spec.mostSeries else {
          throw Failure.usage(
            "the curves would hold more than 2·10⁷ values together, or be more than 10,000 with their groups")
        }
        curves.append((name, try Results.curve(of: spec, source, within: world.memory)))
      } catch {
        guard case .diagnosed(let source, let problems) = error else { throw error }
        messages += Tool.draw(problems, of: source, in: world)
      }
    }
    guard messages.isEmpty else {
      world.writeError(Bytes(messages.utf8))
      return .trouble
    }
    if logs.isEmpty { try line.refuseLogFlags("no file of these is a log") }
    var (title, options): (String?, PlotOptions) = (nil, PlotOptions())
    plotFlags(&title, &options)
    let overlay = try overlay(of: logs, over: curves, logOptions)
    let comparison = overlay?.curve ?? Curve.comparison(of: curves)
    if let heading = comparison.repeatedHeading {
      throw Failure.usage("two columns would be called “\(heading)”", hint: "name a file, a curve or a group otherwise")
    }
    var picture = Picture(curve: comparison, title: title, heading: Heading.of(names: names), options: options)
    try picture.checkAxis()
    picture.markedRows = overlay?.marks ?? []
    if let overlay, line.has(.difference) {
      picture.comparisons = [Picture.Comparison(title: "logged − planned", columns: overlay.differences)]
    } else if line.has(.difference) {
      picture.comparisons = [differences(in: picture.curve)]
    }
    let written = try results.write(picture, relative: "comparison")
    try results.finish(written)
    return .done
  }

  /// Whether an operand names a log rather than a schedule or configuration.
  private static func isLog(_ file: Source, at path: String, _ options: LogOptions) -> Bool {
    options.reading.form != nil && path != "-" && !path.ends(with: ".json")
      || [".csv", ".tsv", ".log", ".jsonl"].contains(where: path.ends) || Log.isLog(file.bytes)
  }

  /// Logs as points on the first of the schedules.
  private static func overlay(
    of logs: [(name: String, source: Source)], over curves: [(name: String, curve: Curve)], _ options: LogOptions
  ) throws(Failure) -> LogOverlay? {
    if logs.isEmpty { return nil }
    guard let plan = curves.first?.curve else {
      throw Failure.usage(
        "logs are compared with a schedule, and none is named",
        hint: "lrplot compare schedule.json LOG; or lrplot identify LOG")
    }
    let rows = curves.map(\.curve.rowCount).max() ?? 1
    guard rows * (curves.count + 3 * logs.count) <= Spec.maximumValues else {
      throw Failure.usage("the curves would hold more than 2·10⁷ values together")
    }
    var compared: [(name: String, comparison: LogComparison)] = []
    for (name, source) in logs {
      do throws(Diagnostic) {
        compared.append((name, try options.compare(try options.read(source), plan)))
      } catch {
        throw .diagnosed(source, DiagnosticList([error]))
      }
    }
    return LogOverlay(of: compared, over: curves)
  }

  /// A kind where a file is expected: `--vs` is what draws kinds side by side.
  private static func refuseKinds(_ line: ParsedLine, in world: World) throws(Failure) {
    let missing = line.operands.filter { FileSystem.status(world.path($0.text)) == nil && $0.text != "-" }
    guard let kind = missing.first(where: { Catalogue.kind(named: $0.text) != nil }) else { return }
    let names = line.operands.map { word in
      Catalogue.kind(named: word.text)?.typedName
        ?? (world.fileNear(word.text) == nil ? Command.nearest(to: word.text) : nil)
    }
    let kinds = names.compactMap { $0 }
    let isOnlyKinds = missing.count == line.operands.count && kinds.count == names.count
    throw line.line.failure(
      "“\(kind.text)” is a kind, and compare takes files", at: kind.range,
      hint: isOnlyKinds
        ? "to draw kinds side by side: lrplot \(kinds.joined(separator: " … --vs ")) …"
        : "make a file of it: lrplot \(kind.text) … --print-spec > \(kind.text).json")
  }

  /// How far every curve is from the first.
  private static func differences(in curve: Curve) -> Picture.Comparison {
    let columns = curve.differences
    let base = curve.columns.first?.curve ?? ""
    let isOne = Set(columns.map { $0.curve.map(ExactText.init) }).count == 1
    let title = isOne ? "\(columns.last?.curve ?? "") − \(base)" : "difference from \(base)"
    return Picture.Comparison(title: title, columns: columns)
  }

  /// What the curves are called: the files' stems, or their paths where two stems are the same.
  private static func names(of inputs: [Input]) -> [String] {
    let stems = inputs.map { $0.path == "-" ? "stdin" : Path.stem(of: Path.name(of: $0.path)) }
    return zip(inputs, stems).map { input, stem in
      stems.count { $0.isSame(as: stem) } > 1 ? input.path : stem
    }
  }
}
