import Curves
import JSON
import Schedules
import Text

/// A schedule as it would be with another length or another warm-up: what a log that diverges may be the log of.
struct PlanVariants {
  let document: LintedDocument
  let spec: Spec
  /// The column of the curve whose rates are wanted.
  let group: String?

  /// The rates up to a row; `nil` where nothing in the schedule can be changed like this.
  func rates(_ change: PlanChange, rows: Int) -> [Double]? {
    guard rows > 0, rows <= Spec.maximumValues / max(1, spec.valuesPerRow), let changed = document(changed: change),
      let changed = running(changed, for: rows), let spec = changed.read(changed.value), spec.steps >= rows
    else { return nil }
    return try? Run.rates(of: spec, group: group, rows: rows)
  }

  // MARK: The run

  /// The document with a run that is just long enough.
  private func running(_ document: LintedDocument, for rows: Int) -> LintedDocument? {
    let perEpoch = spec.timeline.stepsPerEpoch
    if document.member(["steps"]) != nil { return document.changed(["steps"], to: .integer(max(rows, spec.steps))) }
    let epochs = max(spec.epochs, rows / perEpoch + (rows % perEpoch > 0 ? 1 : 0))
    return document.changed(["epochs"], to: .integer(epochs))
  }

  // MARK: The schedulers

  private func document(changed change: PlanChange) -> LintedDocument? {
    guard let plan = spec.plans.first, spec.plans.count == 1 else { return nil }
    var document = document
    var isChanged = false
    for top in plan.nodes {
      switch change {
      case .length(let steps):
        // What is left of the run after earlier stages grows or shrinks with it.
        let turns =
          Double(steps - spec.steps) / Double(max(1, top.cadence.updates(ofEpochs: spec.timeline.stepsPerEpoch)))
        guard let more = Int(exactly: turns.rounded()) else { return nil }
        for node in lastParts(of: top.node) {
          guard let next = add(more * top.cadence.times, to: .length, of: node, in: document) else { continue }
          (document, isChanged) = (next, true)
        }
      case .warmUp(let steps):
        let turns = Double(steps) / Double(max(1, top.cadence.updates(ofEpochs: spec.timeline.stepsPerEpoch)))
        for node in all(in: top.node) {
          guard let next = set(turns.rounded() * Double(top.cadence.times), .warmup, of: node, in: document) else {
            continue
          }
          (document, isChanged) = (next, true)
        }
        if !isChanged, steps == 0, let next = withoutFirst(of: top.node, in: document) {
          (document, isChanged) = (next, true)
        }
      }
    }
    return isChanged ? document : nil
  }

  /// A scheduler, or of a sequence the last in it.
  private func lastParts(of node: Node) -> [Node] {
    let parts = node.scheduler.parts(of: RunLength(count: 1))
    guard let last = parts.last else { return [node] }
    return [node] + lastParts(of: last.node)
  }

  private func all(in node: Node) -> [Node] {
    [node] + node.scheduler.parts(of: RunLength(count: 1)).flatMap { all(in: $0.node) }
  }

  private func member(_ role: Role, of node: Node) -> (name: String, number: Number)? {
    for parameter in node.parameters where parameter.role == role {
      if let member = node.member(parameter.name), case .number(let number) = member.value.content {
        return (parameter.name, number)
      }
    }
    return nil
  }

  private func add(_ more: Int, to role: Role, of node: Node, in document: LintedDocument) -> LintedDocument? {
    guard let (_, number) = member(role, of: node), number.value + Double(more) > 0 else { return nil }
    return set(number.value + Double(more), role, of: node, in: document)
  }

  private func set(_ value: Double, _ role: Role, of node: Node, in document: LintedDocument) -> LintedDocument? {
    guard let (name, number) = member(role, of: node), let path = document.path(ofNodeAt: node.range) else {
      return nil
    }
    let new: Value = Int(exactly: value).map { .integer($0) } ?? .decimal(value)
    return number.value == value ? document : document.changed(path + [name], to: new)
  }

  /// A sequence whose first part rises, without it.
  private func withoutFirst(of node: Node, in document: LintedDocument) -> LintedDocument? {
    let parts = node.scheduler.parts(of: RunLength(count: 1))
    guard parts.count == 2, let path = document.path(ofNodeAt: node.range),
      let last = document.path(ofNodeAt: parts[1].node.range), let value = document.member(last)
    else { return nil }
    return document.changed(path, to: value)
  }
}
