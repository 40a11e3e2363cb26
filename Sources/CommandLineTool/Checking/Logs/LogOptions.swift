import Curves
import Diagnostics
import Logs
import Schedules
import System
import Text

/// What a command line says about logs.
struct LogOptions: Sendable {
  /// What it says of how they are written.
  var reading = Log.Options()
  /// The group whose rate is compared.
  var group: String?
  /// The row that a reading of step 0 is.
  var offset: Int?
  /// How far a value may be off, as a fraction of it.
  var tolerance: Double?

  init(_ line: ParsedLine) throws(Failure) {
    if let form = line.value(of: .logForm) {
      guard let known = LogForm.allCases.first(where: { $0.rawValue.isFolded(equalTo: form.text) }) else {
        let names = LogForm.allCases.map(\.rawValue)
        throw line.line.failure(
          "unknown log form “\(form.text)”", at: form.range,
          hint: Diagnostic.suggestion(Nearest.match(for: form.text, among: names)) ?? names.joined(by: ", "))
      }
      reading.form = known
    }
    reading.column = line.value(of: .column)?.text
    group = line.value(of: .group)?.text
    if let every = line.value(of: .logEvery) {
      guard let count = Int(every.text), count >= 1, count <= 1_000_000_000 else {
        throw line.line.failure("“\(every.text)” is not a whole number above 0", at: every.range)
      }
      reading.every = count
    }
    if let value = line.value(of: .offset) {
      guard let rows = Int(value.text), abs(Double(rows)) <= 1e12 else {
        throw line.line.failure(
          "“--offset” is a whole number of rows, not “\(value.text)”", at: value.range, hint: "for example, --offset -1"
        )
      }
      offset = rows
    }
    if let part = line.value(of: .rtol) {
      guard let number = Decimal.readLoosely(part.text), number >= 0, number.isFinite else {
        throw line.line.failure("“--rtol” is a number from 0 on, not “\(part.text)”", at: part.range)
      }
      tolerance = number
    }
  }

  /// Reads a log.
  func read(_ source: Source) throws(Diagnostic) -> Log { try Log.read(source, reading) }

  /// The one column of a log that is wanted.
  func column(of log: Log) throws(Diagnostic) -> Int {
    do throws(LogPairing.Refusal) {
      return try LogPairing.column(of: log, named: reading.column)
    } catch {
      throw problem(error)
    }
  }

  /// Compares a log with the rates of a schedule.
  func compare(_ log: Log, _ curve: Curve) throws(Diagnostic) -> LogComparison {
    let pairings: [LogPairing]
    do throws(LogPairing.Refusal) {
      pairings = try LogPairing.all(log, curve, column: reading.column, group: group)
    } catch {
      throw problem(error)
    }
    let countsEpochs = log.unit != .step
    if countsEpochs, !curve.timeline.hasEpochs, curve.rowCount > 1 {
      throw Diagnostic(
        .import, "the log counts epochs, and the schedule does not give the updates per epoch",
        hint: "give it “steps_per_epoch”: --set steps_per_epoch=N")
    }
    guard let comparison = LogComparison.of(log, pairings, offset: offset, tolerance: tolerance), comparison.used > 0
    else {
      let steps = log.steps
      let range = steps.min().map { "\($0)" } ?? ""
      throw Diagnostic(
        .import,
        "none of the \(steps.count.counted("reading")) is of a step that the schedule has: "
          + "they begin at \(range), and it has \(curve.rowCount.counted("row"))",
        hint: curve.timeline.stepsPerEpoch == 1 && curve.timeline.hasEpochs
          ? "where the log counts updates: --set steps_per_epoch=N; --offset N moves all readings"
          : "--offset N moves all readings")
    }
    return comparison
  }

  private func problem(_ refusal: LogPairing.Refusal) -> Diagnostic {
    func list(_ names: [String]) -> String {
      names.prefix(8).map { "“\($0)”" }.joined(by: ", ") + (names.count > 8 ? " …" : "")
    }
    switch refusal {
    case .columns(let names):
      return Diagnostic(
        .import, "the log has several rates: \(list(names))", hint: "--column says which, --group of which group")
    case .noColumn(let name, let names):
      return Diagnostic(
        .import, "the log has no column “\(name)”",
        hint: Diagnostic.suggestion(Nearest.match(for: name, among: names)) ?? "it has \(list(names))")
    case .noGroup(let name, let names):
      let near = Diagnostic.suggestion(Nearest.match(for: name, among: names))
      return Diagnostic(
        .usage, "the schedule has no group “\(name)”",
        hint: near ?? (names.isEmpty ? "it has one group without a name" : "it has \(list(names))"))
    case .curves:
      return Diagnostic(
        .usage, "the schedule is several curves, and a log is compared with one", hint: "name a file of one schedule")
    case .groups(let names):
      return Diagnostic(.usage, "the schedule has several groups: \(list(names))", hint: "--group says which")
    }
  }
}

extension World {
  /// The text of a log.
  func log(_ path: String) throws(Failure) -> Source {
    do throws(SystemError) {
      if path == "-" { return Source(name: "<stdin>", bytes: try readInput()) }
      noteRead(self.path(path))
      return Source(name: path, bytes: try FileContents.of(self.path(path)))
    } catch {
      if error == .tooLarge { throw .io(path == "-" ? "<stdin>" : path, "is larger than 128 MiB") }
      throw failure(reading: path, error)
    }
  }
}
