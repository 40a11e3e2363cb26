package import Diagnostics
package import JSON

/// A schedule file, read: what is run, for how long, and how it wants to be drawn.
package struct Spec: Sendable {
  package var title: String?
  package var description: String?
  /// Where the schedule comes from: a paper, a repository.
  package var origin: String?
  package var timeline: Timeline
  /// How many steps lie between two rows of a table: pictures have all.
  package var rowInterval: Int
  /// The schedules: one, or those of `curves`.
  package var plans: [Plan]
  package var metric: Metric?
  package var plot: PlotOptions
  /// The rules of lint that `$lint` silences for the whole file.
  package var silenced: [LintRule] = []

  package var epochs: Int { timeline.epochs }
  package var stepsPerEpoch: Int { timeline.stepsPerEpoch }
  package var steps: Int { timeline.steps }

  /// The turns at whose ends the metric has its values: those of the first watcher, else epochs.
  package var metricCadence: Cadence { plans.first?.metricCadence ?? Cadence(.epoch) }

  /// How many values a row of it holds: groups × driven quantities.
  package var valuesPerRow: Int {
    plans.map { $0.valuesPerRow + ($0.objective == nil ? 0 : 1) }.reduce(0, +)
  }

  /// How many values a run of it holds; the largest number there is, when they cannot be counted.
  var valueCount: Int {
    let (values, tooMany) = steps.multipliedReportingOverflow(by: max(1, valuesPerRow))
    return tooMany ? .max : values
  }

  /// What a file is read for: a run has an end and records values, a training loop is stepped and shown a metric by hand.
  package enum Purpose { case run, stepping }

  /// Epochs of a run when neither the file nor its schedule says how many.
  static let standardEpochs = 100
  /// The most values a run may hold: steps × groups × driven quantities.
  package static let maximumValues = 20_000_000
  /// The most that an objective may go through: steps × dimensions.
  static let maximumWork = 200_000_000

  /// The most steps that one scheduler may take in a run.
  static let maximumSchedulerSteps = 100_000_000

  /// Reads a file.
  ///
  /// Throws the first error of syntax, or every error of meaning in the order of the text.
  package static func read(
    _ source: Source, for purpose: Purpose = .run, readingFiles file: Metric.FileReader
  ) throws(DiagnosticList) -> Spec {
    let value: Value
    do throws(Diagnostic) {
      value = try Scanner.read(source)
    } catch {
      throw DiagnosticList([error])
    }
    return try read(value, for: purpose, readingFiles: file)
  }

  /// Reads a document that has been scanned, or made of a command line.
  package static func read(
    _ value: Value, for purpose: Purpose = .run, readingFiles file: Metric.FileReader
  ) throws(DiagnosticList) -> Spec {
    var reading = Reading()
    for member in value.duplicateKeys {
      reading.report(Diagnostic(.spec, "the key “\(member.key)” stands here a second time", at: member.keyRange))
    }
    let spec = SpecReader.read(value, for: purpose, readingFiles: file, &reading)
    guard let spec, reading.problems.isEmpty else { throw reading.inOrder }
    return spec
  }
}
