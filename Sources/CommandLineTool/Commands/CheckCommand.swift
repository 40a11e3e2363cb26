import Diagnostics
import Text

/// `lrplot check`: every curve against its golden.
enum CheckCommand {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    if line.has(.log) { return try LogCheck.run(line, in: world) }
    try line.refuseLogFlags("there is none: --log names it")
    let options = try CheckOptions(line, in: world)
    let jobs = try line.jobs(in: world)
    try line.requireFiles("check needs a schedule file or a folder of them", hint: "lrplot check schedules/")
    let inputs = try CheckInputs(line, options, in: world)
    var world = world
    world.request.overrides.namesFiles = inputs.all.count > 1
    let protected = try ProtectedFiles(of: inputs.all, options, jobs: jobs, in: world)
    if inputs.all.count > 1 {
      world.outputFiles = ProtectedFiles.outputFiles(of: inputs.all, options, in: world)
      // Now, while nothing has been made yet.
      world.outputFiles?.gather()
    }
    if options.updates { inputs.removeLeftovers(options, in: world) }
    let examiner = Examiner(options: options, protected: protected, isVerbose: line.isVerbose, world: world)

    var (tally, next) = (Tally(), NextCommand(line, options))
    var report = report(options, next)
    func tell(_ verdict: Verdict) throws(Failure) {
      tally.add(verdict)
      // Without warnings there is no advice about them either.
      if !options.isQuiet || verdict.exit != .done { next.add(verdict) }
      let text = report.text(of: verdict)
      if !text.isEmpty { try world.print(options.form.disarmed(Bytes(text.utf8), in: world)) }
    }
    func end() throws(Failure) -> Exit {
      try world.print(options.form.disarmed(report.ending(tally, next), in: world))
      return tally.exit
    }
    var files: [String] = []
    // On a terminal that shows the verdicts they are the progress.
    let isHidden = !world.outputIsTerminal || [.junit, .json].contains(options.form)
    var progress = BatchProgress(of: inputs.all.count, isWanted: isHidden && !options.isQuiet, in: world)
    let isImpatient = line.has(.failFast)
    try Parallel.forEach(inputs.all, jobs: jobs, in: world, isLast: { isImpatient && $0.verdict.exit != .done }) {
      examiner.examine($0, in: $1)
    } then: { (examination) throws(Failure) in
      if !examination.messages.isEmpty {
        progress.clear()
        world.writeError(Bytes(examination.messages.utf8))
      }
      files += examination.files
      try tell(examination.verdict)
      progress.advance()
    }
    progress.clear()
    // A check that stops halfway does not know what the rest reads.
    if isImpatient, tally.exit != .done { return try end() }
    for path in Orphans.find(among: inputs.tables, of: inputs.all, options.goldens, reading: files, in: world) {
      try tell(Verdict(path: path, outcome: .orphan(fails: options.isStrict)))
    }
    return try end()
  }

  private static func report(_ options: CheckOptions, _ next: NextCommand) -> any Report {
    let text = TextReport(isQuiet: options.isQuiet)
    return switch options.form {
    case .text: text
    case .github: GitHubReport(text: text, next: next)
    case .junit: JUnitReport(next: next)
    case .json: JSONReport()
    }
  }
}

extension ParsedLine {
  /// Refuses a flag that says how a log is to be read.
  func refuseLogFlags(_ reason: String) throws(Failure) {
    let own = given.first { given in
      given.name == "group" || Flag.all.contains { $0.name == given.name && $0.scope == .logs }
    }
    if let own { throw line.failure("“\(own.typed.text)” says how a log is read, and \(reason)", at: own.typed.range) }
  }
}
