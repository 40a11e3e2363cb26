import Diagnostics
import JSON
import Schedules

/// How long a chain lasts, in steps of its own.
struct Length {
  let steps: Double
  let interval: Interval
  /// Where the last part of it is said.
  let place: SourceRange
}

/// How long stages last.
extension LineDocument {
  /// A factor that is next to nothing for the first rate of a warm-up; torch refuses 0.
  private static let warmUpStart = 0.001

  /// The length that `--for` gives to a stage.
  private func given(for stage: Stage) throws(Diagnostic) -> (value: Double, range: SourceRange)? {
    let given = line.given.last { $0.name == "for" && stage.links.contains($0.link) }
    guard let given, let value = given.value else { return nil }
    return (try value.count(for: given.typed.text, atLeast: 1), value.range)
  }

  /// The length of a stage that another one follows: the one given, or its own, rounded up.
  func length(of stage: Stage, before next: Stage) throws(Diagnostic) -> (value: Double, range: SourceRange) {
    if let given = try given(for: stage) { return given }
    let scheduler = stage.scheduler
    // What is wrong with the stage itself is told when the document is read.
    guard let outline = SchedulerOutline(scheduler) else { return (1, scheduler.range) }
    guard let length = outline.length else {
      let (name, follower) = (line.links[stage.links.lowerBound].word.text, line.links[next.links.lowerBound].word.text)
      throw Diagnostic(
        .usage, "\(name) has no length of its own, so “--then \(follower)” has no beginning", at: scheduler.range,
        hint: "add, for example, --for 30 before --then")
    }
    return (length.rounded(.up), scheduler.range)
  }

  /// Where the run ends by the `--for` of its last stage.
  func end(of stages: [Stage], from start: Double) throws(Diagnostic) -> Length? {
    guard !isOfQuantity, let stage = stages.last, let given = try given(for: stage) else { return nil }
    if let epochs = argument("epochs") ?? updates {
      throw Diagnostic(
        .usage,
        "“--\(line.has("epochs") ? "epochs" : "steps")” and the “--for” of the last stage both say where the run ends",
        at: epochs.range,
        hint: "leave one of them out")
    }
    return Length(steps: start + given.value, interval: interval(of: stages), place: given.range)
  }

  /// The scheduler that `--warmup` puts in front, and how long it lasts.
  func warmUp() throws(Diagnostic) -> (scheduler: Value, length: Double)? {
    guard let given = given("warmup"), let value = given.value, !isParameter(given) else { return nil }
    let length = try value.count(for: given.typed.text, atLeast: 0)
    guard length > 0 else { return nil }
    let range = given.typed.range
    let scheduler = Value.scheduler(
      Catalogue.linear.name,
      ["start_factor": number(LineDocument.warmUpStart, at: range), "total_iters": count(length, at: value.range)],
      at: range)
    return (scheduler, length)
  }

  /// Whether the kind before a flag has a parameter of that name, as transformers' greedy has a `warmup` of its own.
  func isParameter(_ given: ParsedLine.Given) -> Bool {
    line.links[given.link].kind.declaration.parameters.contains { $0.name == given.name }
  }
}
