import Curves
import Diagnostics
import Logs
import Schedules
import System
import Text

/// `lrplot check SPEC --log LOG`: whether a run does what its schedule says.
enum LogCheck {
  static let details = """
    With --log the rates of a training log are compared with the schedule, which may be a trainer’s configuration. Golden files \
    are ignored. It prints how many readings were used, which row a reading of step N is and why, and “agrees at all 412 \
    readings (to 4 digits, row N−1)”, or the first reading that diverges and what the differences have in common: scaled, \
    late, stretched, without a warm-up. The exit status is 0 if every log agrees, 1 if one diverges, and 2 if one cannot be read.
    Values are compared as exactly as the log’s column is written, or by --rtol. Logs are recognized by their content; the \
    forms that --log-form takes:
    """

  /// Options that mean something to goldens alone.
  private static let others = ["update", "golden", "exact", "atol-peak", "strict", "force", "jobs", "fail-fast"]

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    if let other = line.given.first(where: { others.contains($0.name) }) {
      let isUpdate = other.name == "update"
      throw line.line.failure(
        "“\(other.typed.text)” has no meaning beside --log", at: other.typed.range,
        hint: isUpdate ? "a log is not a golden file: it is only read" : "it belongs to golden files")
    }
    let logs = line.values(of: .log)
    let options = try LogOptions(line)
    let form = try ReportForm(line, in: world)
    let plan = try plan(line, logs, in: world)
    let source = try SpecFile.source(plan, in: world)
    let document = try SpecDocument(of: source, at: plan, world.request.overrides, in: world)
    let spec = try document.spec(in: world)
    let curve = try Results.curve(of: spec, document.source, within: world.memory)
    let pictures = try LogPictures(line, plan, logs.map(\.text), in: world)

    var report = LogReport(form, isQuiet: line.isQuiet)
    var exit = Exit.done
    let checker = LogChecker(
      options: options, plan: plan, spec: spec, curve: curve, document: document, isVerbose: line.isVerbose,
      world: world)
    for (log, stem) in zip(logs, LogPictures.stems(of: logs.map(\.text))) {
      let (verdict, messages) = checker.verdict(on: log.text)
      if !messages.isEmpty { world.writeError(Bytes(messages.utf8)) }
      if case .compared(_, let comparison) = verdict.outcome, !comparison.agrees, let pictures {
        try pictures.write(comparison, verdict.caption, as: stem, of: spec, curve)
      }
      let text = report.text(of: verdict)
      if !text.isEmpty { try world.print(form.disarmed(Bytes(text.utf8), in: world)) }
      exit = max(exit, verdict.exit)
    }
    let ending = report.ending()
    if !ending.isEmpty { try world.print(form.disarmed(ending, in: world)) }
    return exit
  }

  /// The one schedule that is compared with.
  private static func plan(
    _ line: ParsedLine, _ logs: [CommandLine.Argument], in world: World
  ) throws(Failure) -> String {
    guard let plan = line.operands.first else {
      throw Failure.usage(
        "check --log needs the schedule",
        hint: "lrplot check schedule.json --log \(logs.first?.text.shellQuoted ?? "LOG")")
    }
    if let extra = line.operands.dropFirst().first {
      throw line.line.failure(
        "“\(extra.text)” is not expected here", at: extra.range,
        hint: "a log is compared with one schedule; give further logs with --log")
    }
    if FileSystem.status(world.path(plan.text))?.kind == .directory {
      throw line.line.failure("“\(plan.text)” is a folder, and --log needs one schedule", at: plan.range)
    }
    let inputs = ([plan] + logs).filter { $0.text == "-" }
    if inputs.count > 1 {
      throw line.line.failure("standard input can be read once", at: inputs[1].range)
    }
    if let empty = logs.first(where: { $0.text.isEmpty }) {
      throw line.line.failure("an empty name is not a file", at: empty.range)
    }
    return plan.text
  }
}

/// Compares one log after the other with a schedule.
private struct LogChecker {
  let options: LogOptions
  let plan: String
  let spec: Spec
  let curve: Curve
  let document: SpecDocument
  let isVerbose: Bool
  let world: World

  /// The verdict, and what goes to standard error.
  func verdict(on path: String) -> (LogVerdict, String) {
    let name = path == "-" ? "<stdin>" : path
    let source: Source
    do throws(Failure) {
      source = try world.log(path)
    } catch {
      guard case .diagnosed(let source, let problems) = error, let first = problems.all.first else {
        return (LogVerdict(path: name, plan: plan, outcome: .failed(.io, "cannot be read")), "")
      }
      return (
        LogVerdict(path: name, plan: plan, outcome: .failed(first.code, first.message)),
        Tool.draw(problems, of: source, in: world)
      )
    }
    do throws(Diagnostic) {
      let log = try options.read(source)
      var comparison = try options.compare(log, curve)
      if let first = comparison.first {
        let variants = PlanVariants(document: document.linted(in: world), spec: spec, group: first.group)
        comparison.findPattern { change, rows in variants.rates(change, rows: rows) }
      }
      var verdict = LogVerdict(path: name, plan: plan, outcome: .compared(log, comparison))
      verdict.rowCount = curve.rowCount
      verdict.place = comparison.first.map { source.position(of: $0.place) }
      let note = isVerbose ? "lrplot: read \(Excerpt.visible(name)), a log of the form \(log.form.rawValue)\n" : ""
      return (verdict, note)
    } catch {
      var verdict = LogVerdict(path: name, plan: plan, outcome: .failed(error.code, error.message))
      verdict.place = error.range.map { source.position(of: $0.lower) }
      return (verdict, Tool.draw(DiagnosticList([error]), of: source, in: world))
    }
  }
}
