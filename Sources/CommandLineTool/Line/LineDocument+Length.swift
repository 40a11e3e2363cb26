import Diagnostics
import JSON
import Schedules
import Text

/// How long a chain lasts, in steps of its own.
struct ChainLength {
  let steps: Double
  let interval: Interval
  /// Where the last part of it is said.
  let place: SourceRange

  /// The same without its first steps.
  func less(_ spent: Double) -> ChainLength { ChainLength(steps: steps - spent, interval: interval, place: place) }
}

/// How long stages last.
extension LineDocument {
  /// A factor that is next to nothing for the first rate of a warm-up; torch refuses 0.
  private static let warmUpStart = 0.001

  /// The length that `--for` gives to a stage.
  private func given(for stage: Stage) throws(Diagnostic) -> (value: Double, range: SourceRange)? {
    let given = line.given.last { $0.name == "for" && stage.links.contains($0.link) }
    guard let given, let value = given.value else { return nil }
    if value.isPercentage { return (max(1, try part(value, typed: given.typed.text)), value.range) }
    return (try value.count(for: given.typed.text, atLeast: 1), value.range)
  }

  /// The length of a stage that another one follows: the one given, or its own, rounded up.
  func length(of stage: Stage, before next: Stage) throws(Diagnostic) -> (value: Double, range: SourceRange) {
    if let given = try given(for: stage) { return given }
    let scheduler = stage.scheduler
    // What is wrong with the stage itself is reported when the document is read.
    guard let outline = SchedulerOutline(scheduler) else { return (1, scheduler.range) }
    guard let length = outline.length else {
      let (name, follower) = (line.links[stage.links.lowerBound].word.text, line.links[next.links.lowerBound].word.text)
      throw Diagnostic(
        .usage, "\(name) never ends by itself, so “--then \(follower)” would never begin", at: scheduler.range,
        hint: "add, for example, --for 30 before --then")
    }
    return (length.rounded(.up), scheduler.range)
  }

  /// Where the run ends by the `--for` of its last stage.
  func end(of stages: [Stage], from start: Double) throws(Diagnostic) -> ChainLength? {
    guard !isOfQuantity, let stage = stages.last, let given = try given(for: stage) else { return nil }
    if let epochs = argument(.epochs) ?? updates {
      throw Diagnostic(
        .usage,
        "“--\(line.has(.epochs) ? "epochs" : "steps")” and the “--for” of the last stage both give the end of the run",
        at: epochs.range,
        hint: "leave one of them out")
    }
    return ChainLength(steps: start + given.value, interval: interval(of: stages), place: given.range)
  }

  /// The scheduler that `--warmup` puts in front, and how long it lasts.
  func warmUp() throws(Diagnostic) -> (scheduler: Value, length: Double)? {
    guard let given = given("warmup"), let value = given.value, !isParameter(given) else { return nil }
    let length = try warmUpLength(value, typed: given.typed.text)
    guard length > 0 else { return nil }
    let range = given.typed.range
    let scheduler = Value.scheduler(
      Catalogue.linear.name,
      ["start_factor": number(LineDocument.warmUpStart, at: range), "total_iters": count(length, at: value.range)],
      at: range)
    return (scheduler, length)
  }

  /// A number of the chain's own steps, or a percentage of the run.
  private func warmUpLength(_ value: CommandLine.Argument, typed: String) throws(Diagnostic) -> Double {
    if let number = value.typedNumber, number > 0, number < 1 {
      throw Diagnostic(
        .value, "“\(typed)” is \(value.text), which is less than one step", at: value.range,
        hint: "for a fraction of the run: \(typed) \(Shown.percent(number))")
    }
    guard value.isPercentage else { return try value.count(for: typed, atLeast: 0) }
    // A run whose length is not given is as long as its warm-up and what follows: p % of W + L is W.
    if try runLength() == nil, let percent = Decimal.readLoosely(value.text.dropping(last: 1)), percent >= 0,
      percent < 100, let rest = try ownLength()
    {
      return (rest * percent / (100 - percent)).rounded()
    }
    return try part(value, typed: typed)
  }

  /// How long the chain is without a warm-up, in its own steps; `nil` where its last stage does not say.
  private func ownLength() throws(Diagnostic) -> Double? {
    let stages = try stages(behind: 0)
    var length = 0.0
    for (stage, next) in zip(stages, stages.dropFirst()) { length += try self.length(of: stage, before: next).value }
    guard let last = stages.last,
      let end = try given(for: last)?.value ?? SchedulerOutline(last.scheduler)?.length?.rounded(.up)
    else { return nil }
    return length + end
  }

  /// What a percentage of the run comes to, in the chain's own steps.
  func part(_ value: CommandLine.Argument, typed: String) throws(Diagnostic) -> Double {
    guard let percent = Decimal.readLoosely(value.text.dropping(last: 1)), percent >= 0, percent <= 100 else {
      throw Diagnostic(.value, "“\(typed)” must be from 0% to 100%, not \(value.text)", at: value.range)
    }
    guard let run = try runLength() else {
      throw Diagnostic(
        .usage, "\(value.text) is of the run, whose length is not given", at: value.range,
        hint: "add --epochs N, or --steps N")
    }
    return (run.steps * (percent / 100)).rounded()
  }

  /// How long the run is in the chain's own steps, where the line says it.
  func runLength() throws(Diagnostic) -> ChainLength? {
    let cadence = argument(.interval).flatMap(LineDocument.cadence)
    let isStepped =
      cadence.map { $0.interval == .step }
      ?? line.links[links].allSatisfy { $0.kind.family.interval == .step && !$0.kind.watchesMetric }
    let interval: Interval = isStepped ? .step : .epoch
    let times = try argument(.times)?.count(for: "--times", atLeast: 1) ?? 1
    func length(_ steps: Double, at place: SourceRange) -> ChainLength {
      ChainLength(steps: (steps / (cadence?.every ?? 1)).rounded(.down) * times, interval: interval, place: place)
    }
    if let steps = updates {
      let count = try steps.count(for: "--steps", atLeast: 1)
      return length(isStepped ? count : (count / Double(try stepsPerEpoch)).rounded(.down), at: steps.range)
    }
    guard let epochs = argument(.epochs) else { return nil }
    let count = try epochs.count(for: "--epochs", atLeast: 1)
    return length(isStepped ? count * Double(try stepsPerEpoch) : count, at: epochs.range)
  }

  /// Whether the kind before a flag has a parameter of that name, as transformers' greedy has a `warmup` of its own.
  func isParameter(_ given: ParsedLine.GivenFlag) -> Bool {
    line.links[given.link].kind.declaration.parameters.contains { $0.name == given.name }
  }
}
