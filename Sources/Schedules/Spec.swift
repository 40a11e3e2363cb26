package import Diagnostics
package import JSON

/// A schedule file, read: what is run, and for how long.
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
  /// What the metric is called, where it is a column of a file.
  package var metricName: String?
  /// How it wants to be drawn; checked by the drawing side.
  package var plot: Value?
  /// The rules of lint that `$lint` silences for the whole file.
  package var silenced: [LintRule] = []

  /// Where the run is interrupted, and what it goes on with.
  package var resumes: [Resume] = []

  package var epochs: Int { whole.epochs }
  package var stepsPerEpoch: Int { whole.stepsPerEpoch }
  package var steps: Int { whole.steps }

  /// The turns at whose ends the metric has its values: those of the first watcher, else epochs.
  package var metricCadence: Cadence { plans.first?.metricCadence ?? Cadence(.epoch) }

  /// How many values a row of it holds: groups × driven quantities.
  package var valuesPerRow: Int {
    var values = 0
    // By index, so that no plan is copied.
    for index in plans.indices { values += plans[index].valuesPerRow + (plans[index].objective == nil ? 0 : 1) }
    return values
  }

  /// How many param groups it has, those of each curve.
  package var seriesCount: Int {
    plans.reduce(0) { $0 + ($1.places.isEmpty ? $1.optimizer.groups.count : $1.places.count) }
  }
  /// The most param groups and curves of one picture.
  package static let mostSeries = SpecLimits.mostSeries

  /// How many bytes a run and what is made of it take, about.
  package var memory: Int {
    let (bytes, overflow) = valueCount.multipliedReportingOverflow(by: 32)
    return overflow ? .max / 2 : bytes
  }

  /// How many values a run of it holds; the largest number there is, when they cannot be counted.
  var valueCount: Int {
    let (values, tooMany) = steps.multipliedReportingOverflow(by: max(1, valuesPerRow))
    return tooMany ? .max : values
  }

  /// What a file is read for: a run has an end and records values, a training loop is stepped and shown a metric by hand.
  package enum Purpose { case run, stepping }

  /// Whether a file may have a key, in whatever spelling.
  package static func hasKey(_ name: String) -> Bool { SpecReader.isKey(name) }

  /// The keys of “plot”, and what reports everything that is wrong with it.
  package struct PlotReader {
    let keys: [String]
    let check: (Value, inout Reading) -> Void

    package init(keys: [String], check: @escaping (Value, inout Reading) -> Void) {
      self.keys = keys
      self.check = check
    }
  }

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
    _ source: Source, for purpose: Purpose = .run, readingFiles file: @escaping Metric.FileReader
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
  /// - Parameter plot: Checks its “plot”.
  package static func read(
    _ value: Value, for purpose: Purpose = .run, plot: PlotReader? = nil,
    readingFiles file: @escaping Metric.FileReader
  ) throws(DiagnosticList) -> Spec {
    var reading = Reading()
    reading.plot = plot
    reading.file = file
    for member in value.duplicateKeys {
      reading.report(Diagnostic(.spec, "duplicate key “\(member.key)”", at: member.keyRange))
    }
    let (document, resume) = ResumeReader.split(value)
    let spec = plain(document, for: purpose, readingFiles: file, &reading)
    guard var spec, reading.problems.isEmpty else { throw reading.inOrder }
    guard let resume else { return spec }
    if purpose == .stepping {
      throw DiagnosticList([
        Diagnostic(
          .spec, "a training loop resumes by itself", at: resume.keyRange, hint: "leave “resume” out of its schedule")
      ])
    }
    var reader = ResumeReader(document: document, spec: spec, readingFiles: file)
    guard let resumes = reader.read(resume.value, &reading), reading.problems.isEmpty else { throw reading.inOrder }
    spec.resumes = resumes
    return spec
  }
}

extension Spec {
  /// Reads a document that is not resumed; `nil` after everything wrong with it has been reported.
  static func plain(
    _ document: Value, for purpose: Purpose = .run, readingFiles file: Metric.FileReader, _ reading: inout Reading
  ) -> Spec? {
    do throws(DiagnosticList) {
      let value = try withoutPercentages(document, for: purpose, readingFiles: file, &reading)
      return SpecReader.read(value, for: purpose, readingFiles: file, &reading)
    } catch {
      for problem in error.all { reading.report(problem) }
      return nil
    }
  }

  /// The document with its percentages made numbers: of the run that it gives, or that it has without them.
  private static func withoutPercentages(
    _ value: Value, for purpose: Purpose, readingFiles file: Metric.FileReader, _ reading: inout Reading
  ) throws(DiagnosticList) -> Value {
    guard Percentages.mayStand(in: value) else { return value }
    var specs: [Spec] = []
    // With two lengths in their place a run is as long as with one, or it depends on them.
    for length in [1.0, 2.0] {
      var probing = Reading()
      let probe = Percentages.replaced(in: value, &probing) { _, _ in -length }
      guard let spec = SpecReader.read(probe, for: purpose, readingFiles: file, &probing) else { return value }
      specs.append(spec)
    }
    guard let spec = converged(specs, { replaced(value, in: $0, for: purpose, readingFiles: file) }) else {
      throw DiagnosticList([
        Diagnostic(
          .value, "a percentage is of the run, whose length is not given", at: value.range.part(0, 1),
          hint: "give “epochs” or “steps” (on a command line, --epochs or --steps)")
      ])
    }
    return Percentages.replaced(in: value, &reading, count: spec.stepCount)
  }

  /// The run on which the lengths that are parts of it no longer depend: with a part added to what is given, it is
  /// as long as comes out of itself.
  private static func converged(_ probes: [Spec], _ next: (Spec) -> Spec?) -> Spec? {
    if probes[0].steps == probes[1].steps { return probes[0] }
    // Without any of them nothing would be left.
    guard 2 * probes[0].steps > probes[1].steps else { return nil }
    var spec = probes[0]
    for _ in 0..<100 {
      guard let longer = next(spec) else { return nil }
      if longer.steps == spec.steps { return longer }
      spec = longer
    }
    return nil
  }

  /// A document read with its percentages as parts of a run.
  private static func replaced(
    _ value: Value, in run: Spec, for purpose: Purpose, readingFiles file: Metric.FileReader
  ) -> Spec? {
    var probing = Reading()
    let probe = Percentages.replaced(in: value, &probing, count: run.stepCount)
    return SpecReader.read(probe, for: purpose, readingFiles: file, &probing)
  }

  /// How often a scheduler of a curve is stepped.
  private func stepCount(ofCurve curve: Int, scheduler: Int) -> Double {
    let nodes = plans.indices.contains(curve) ? plans[curve].nodes : []
    let cadence = nodes.indices.contains(scheduler) ? nodes[scheduler].cadence : Cadence(.epoch)
    return Double(timeline.length(for: cadence).count)
  }
}
