import Diagnostics
import JSON
import Text

/// Reads the document of a schedule file, key by key.
enum SpecReader {
  static let keys = [
    "title", "description", "source", "epochs", "steps_per_epoch", "optimizer", "scheduler", "curves",
    "metric", "objective", "plot",
  ]

  /// Whether a file may have a key, in whatever spelling.
  static func isKey(_ name: String) -> Bool { (keys + Fields.everywhere).contains(where: name.isFolded) }

  static func read(
    _ value: Value, for purpose: Spec.Purpose, readingFiles file: Metric.FileReader, _ reading: inout Reading
  ) -> Spec? {
    guard case .object(let members) = value.content else {
      reading.report(Diagnostic(.spec, "a schedule file is an object, not \(value.sort)", at: value.range))
      return nil
    }
    var fields = Fields(members, of: "a schedule file", namedAt: value.range.part(0, 1))
    fields.check(
      against: keys, as: .spec, noun: "key",
      hint: { name in
        switch name {
        case "type": "what has a type is the “scheduler”: {\"scheduler\": {\"type\": …}}"
        case "lr", "momentum": "it belongs in “optimizer”: for example, {\"lr\": 0.1}"
        case "scalelr": "it belongs in “optimizer”: for example, {\"scale_lr\": true}"
        default: nil
        }
      }, &reading)
    let epoch = fields["steps_per_epoch"].map { EpochLength.read($0.value, &reading) } ?? .standard
    let plans = PlanReader.plans(fields, worldSize: epoch?.worldSize ?? 1, &reading)
    let watched = purpose == .run ? fields["metric"] : nil
    let metric = watched.flatMap { Metric.read($0.value, readingFiles: file, &reading) }
    let count = Parameter<Int>("epochs", in: EpochLength.bounds, "Epochs of the run.")
    let given: Int?? = fields["epochs"] == nil ? .some(nil) : count.read(from: fields, &reading)
    let texts = ["title", "description", "source"].map { text($0, of: fields, &reading) }
    var plot = PlotOptions()
    if let member = fields["plot"] { plot.read(member.value, &reading) }

    guard var plans, let given, let stepsPerEpoch = epoch?.steps else { return nil }
    let horizon = given ?? horizon(of: plans, stepsPerEpoch: stepsPerEpoch, metric: metric)
    // A training loop ends when it likes, unless the file says when.
    if purpose == .run || given != nil {
      for index in plans.indices { plans[index].adopt(epochs: horizon, stepsPerEpoch: stepsPerEpoch) }
    }
    let spec = Spec(
      title: texts[0], description: texts[1], origin: texts[2], epochs: horizon,
      stepsPerEpoch: stepsPerEpoch, plans: plans, metric: metric, plot: plot,
      silenced: fields.silenced)
    if purpose == .run { check(spec, fields, &reading) }
    return spec
  }

  private static func text(_ name: String, of fields: Fields, _ reading: inout Reading) -> String? {
    reading.parameter = name
    return fields[name].flatMap { String.read($0.value, &reading) }
  }

  /// The schedule's own length in epochs, rounded up: the longest of its schedulers, or of its list of metric values.
  private static func horizon(of plans: [Plan], stepsPerEpoch: Int, metric: Metric?) -> Int {
    let lengths = plans.flatMap(\.nodes).compactMap { top in
      top.node.scheduler.lengthInEpochs
        ?? top.node.scheduler.length.map { top.interval == .step ? $0 / Double(stepsPerEpoch) : $0 }
    }
    let longest = lengths.max() ?? metric?.count.map(Double.init) ?? 0
    guard longest > 0 else { return Spec.standardEpochs }
    return Int(exactly: min(longest, 1e12).rounded(.up)) ?? Spec.standardEpochs
  }

  /// A loop is closed by a loss, and what a run goes through has a bound.
  private static func checkObjectives(of spec: Spec, _ fields: Fields, _ reading: inout Reading) {
    let isClosed = if case .loss = spec.metric { true } else { false }
    if isClosed, spec.plans.contains(where: { $0.objective == nil }), let metric = fields["metric"] {
      reading.report(
        Diagnostic(
          .spec, "“metric” is the loss, and there is no objective that has one", at: metric.value.range,
          hint: "for example, \"objective\": {\"type\": \"quadratic\"}"))
    }
    for objective in spec.plans.compactMap(\.objective) {
      if isClosed, case .annealing(let constants) = objective.kind, constants.warmsUpAtPeak {
        reading.report(
          Diagnostic(
            .value,
            "“warmup” is taken at the peak rate, which a run that watches its own loss does not know beforehand",
            at: objective.range))
      }
      let (steps, tooManySteps) = spec.epochs.multipliedReportingOverflow(by: spec.stepsPerEpoch)
      let (work, tooMuch) = steps.multipliedReportingOverflow(
        by: objective.workPerStep(of: tooManySteps ? .max : steps, isWatched: isClosed))
      if tooManySteps || tooMuch || work > Spec.maximumWork {
        reading.report(
          Diagnostic(
            .value, "the objective would need more than 2·10⁸ steps × dimensions", at: objective.range,
            hint: "make the run shorter, or the objective smaller"))
      }
    }
  }

  private static func check(_ spec: Spec, _ fields: Fields, _ reading: inout Reading) {
    let place = (fields["epochs"] ?? fields["scheduler"] ?? fields["curves"])?.value.range
    if spec.valueCount > Spec.maximumValues {
      reading.report(
        Diagnostic(
          .value,
          "the run would hold more than 2·10⁷ values: \(spec.epochs) epochs × \(spec.stepsPerEpoch) steps × "
            + "\(spec.valuesPerRow) values", at: place, hint: "set “epochs” to less"))
    }
    checkObjectives(of: spec, fields, &reading)
    let watcher = spec.plans.flatMap(\.nodes).first { $0.node.scheduler.watchesMetric }
    if let watcher, fields["metric"] == nil {
      reading.report(
        Diagnostic(
          .spec, "\(watcher.node.name) watches a metric, and there is none", at: watcher.node.range,
          hint: "\"metric\": 0.5 in a file, --metric 0.5 on a command line; or values, a CSV column, an expression"))
    }
    if let metric = fields["metric"], spec.metric?.count == 0 {
      reading.report(Diagnostic(.value, "the metric has no values", at: metric.value.range))
    } else if let metric = fields["metric"], let count = spec.metric?.count, count < spec.epochs - 1 {
      reading.report(
        Diagnostic(
          .value, "the metric has \(count) values, and \(spec.epochs) epochs need \(spec.epochs - 1) or more",
          at: metric.value.range))
    }
  }
}
