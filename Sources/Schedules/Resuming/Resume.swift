package import Diagnostics
package import JSON

/// An interruption of a run, and how it goes on: a `resume` of a schedule file.
package struct Resume: Sendable {
  /// Updates that are done before it.
  package let at: Int
  package let resumed: Resumed
  /// The resumed run, as a file of its own would give it.
  package let spec: Spec
  /// The document of that file.
  package let document: Value
  /// That of the run that is interrupted.
  package let interrupted: Value
  /// The same with what is set by hand, where a file can say that.
  package let adjusted: Spec?
  /// Whether tables show what the new schedule would be alone, which a branch never was.
  package let showsPlan: Bool
  /// Where it is written.
  package let range: SourceRange
  /// The rules of lint that `$lint` silences for it.
  package let silenced: [LintRule]
}

extension Resume {
  /// The same with another value in the resumed run's file, or without it; `nil` where that is not a schedule.
  package func with(_ value: Value?, at path: [String]) -> Resume? {
    guard let changed = MergePatch.setting(value, at: path, in: document) else { return nil }
    // A metric that stands in a table of its own has been read already.
    let readable = spec.metric == nil ? changed : MergePatch.setting(Value.integer(0), at: ["metric"], in: changed)
    var reading = Reading()
    guard let readable,
      var spec = Spec.plain(readable, readingFiles: { _ throws(Diagnostic) in throw .reported }, &reading),
      reading.problems.isEmpty, spec.plans.count == self.spec.plans.count
    else { return nil }
    spec.metric = self.spec.metric
    for index in spec.plans.indices { spec.plans[index].metric = self.spec.plans[index].metric }
    return Resume(
      at: at, resumed: resumed, spec: spec, document: changed, interrupted: interrupted, adjusted: adjusted,
      showsPlan: showsPlan, range: range, silenced: silenced)
  }
}

extension Resume {
  /// The last epoch, or step, that the first scheduler has finished: what `last_epoch` should be.
  package var usualLastEpoch: Int? {
    let place = RunPlace(updates: at, stepsPerEpoch: spec.timeline.stepsPerEpoch)
    return spec.plans.first?.nodes.first.map { place.steps(at: $0.cadence) - 1 }
  }
}

extension Restoration {
  /// Whether the checkpoint's parameters replace those of the new program.
  package var loadsParameters: Bool {
    operations.contains {
      if case .loadScheduler(let parts) = $0 { parts.contains(.parameters) } else { false }
    }
  }
}

extension Scheduler {
  /// The schedulers inside it.
  package var childNodes: [Node] { (self as? any Combinator)?.children ?? [] }
  /// Whether all that is saved of it is how far it has got.
  package var isFunction: Bool { self is LawScheduler }
}

extension Override {
  /// The path of the value, as it is typed.
  package var dotted: String { shown(path.count) }
}

extension Spec {
  /// The document without its interruptions.
  package static func uninterrupted(_ document: Value) -> Value { ResumeReader.split(document).document }

  /// How the whole run makes epochs: as the last program has it that it is resumed with.
  package var whole: Timeline { resumes.last?.spec.timeline ?? timeline }
}
