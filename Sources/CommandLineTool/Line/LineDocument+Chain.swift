import Diagnostics
import JSON
import Schedules

/// Kinds that are stepped together, joined by `--and`; stages follow each other, joined by `--then`.
struct Stage {
  /// Its kinds, by their places among the links of the line.
  let links: Range<Int>
  /// A scheduler for each.
  let parts: [Value]

  /// The only scheduler, or a chain of several.
  var scheduler: Value {
    guard let first = parts.first, parts.count > 1 else { return parts.first ?? Value(.null, at: SourceRange(0, 0)) }
    return .scheduler(Catalogue.chain.name, ["schedulers": Value(.array(parts), at: first.range)], at: first.range)
  }
}

/// The scheduler of a command line that names several kinds, or one.
extension LineDocument {
  /// The document's `scheduler`, and how long it lasts when the last stage has a `--for`.
  func chain() throws(Diagnostic) -> (scheduler: Value, length: ChainLength?) {
    let warmUp = try warmUp()
    let stages = try stages(behind: warmUp?.length ?? 0)
    if stages.count == 1, warmUp == nil, let stage = stages.first {
      return (try alone(stage), try end(of: stages, from: 0))
    }
    var schedulers = stages.map(\.scheduler)
    var milestones: [Value] = []
    var start = 0.0
    if let warmUp {
      schedulers.insert(warmUp.scheduler, at: 0)
      start = warmUp.length
      milestones.append(count(start, at: warmUp.scheduler.range))
    }
    for (stage, next) in zip(stages, stages.dropFirst()) {
      let length = try length(of: stage, before: next)
      start += length.value
      milestones.append(count(start, at: length.range))
    }
    try refuseWatchers()
    let sequence = Value.scheduler(
      Catalogue.sequence.name,
      ["milestones": Value(.array(milestones), at: place), "schedulers": Value(.array(schedulers), at: place)],
      at: place)
    let isStepped = interval(of: stages) == .step
    return (try stepped(sequence, every: isStepped ? .step : nil), try end(of: stages, from: start))
  }

  /// The stages after a warm-up; the last one has what is left of the run, unless it is given a length.
  func stages(behind warmUp: Double) throws(Diagnostic) -> [Stage] {
    let starts = links.filter { line.links[$0].connective != .and }
    var stages: [Stage] = []
    var spent = warmUp
    for index in starts.indices {
      let part = LineDocument.part(index, of: starts, to: links.upperBound)
      let isLast = part.upperBound == links.upperBound
      let rest = isLast ? try runLength()?.less(spent) : nil
      let nodes = try part.map { (index) throws(Diagnostic) in try node(index, isLast: isLast, lasting: rest) }
      let stage = Stage(links: part, parts: nodes)
      let next = Stage(links: part.upperBound..<links.upperBound, parts: [])
      if !isLast { spent += try length(of: stage, before: next).value }
      stages.append(stage)
    }
    return stages
  }

  /// A stage that nothing follows; what watches a metric cannot be in a chain, and is stepped in turn with the others.
  private func alone(_ stage: Stage) throws(Diagnostic) -> Value {
    if stage.parts.count == 1 { return try stepped(stage.scheduler, every: isCycleOfRun ? .step : nil) }
    guard stage.links.contains(where: { line.links[$0].kind.watchesMetric }) else {
      return try stepped(stage.scheduler, every: interval(of: [stage]) == .step ? .step : nil)
    }
    var parts: [Value] = []
    for (index, part) in zip(stage.links, stage.parts) {
      parts.append(line.links[index].kind.watchesMetric ? part : try stepped(part, every: nil))
    }
    return Value(.array(parts), at: place)
  }

  private func refuseWatchers() throws(Diagnostic) {
    guard let watcher = line.links[links].first(where: \.kind.watchesMetric) else { return }
    throw Diagnostic(
      .usage, "\(watcher.kind.typedName) watches a metric, and cannot be part of a sequence", at: watcher.word.range,
      hint: "--and \(watcher.kind.typedName) steps it together with another kind from the start")
  }
}

extension Value {
  /// A scheduler as it stands in a file.
  static func scheduler(
    _ type: String, _ parameters: KeyValuePairs<String, Value>, at range: SourceRange
  ) -> Value {
    let type = Member(key: "type", at: range, value: Value(.string(type), at: range))
    return Value(
      .object([type] + parameters.map { Member(key: $0.key, at: $0.value.range, value: $0.value) }), at: range)
  }
}
