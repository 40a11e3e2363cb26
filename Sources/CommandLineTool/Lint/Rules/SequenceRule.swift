import Schedules

/// A scheduler in a sequence that rewrites the base rate and the momentum of all when it is made, or a combinator in
/// front that the sequence steps when it is made itself.
enum SequenceRule {
  /// A combinator that is the first of a sequence, whose rates then come one step early.
  static func nested(_ part: LintedPart) -> Finding? {
    let parts = part.node.scheduler.parts(of: part.run)
    guard !part.isTogether, let first = parts.first,
      !first.node.scheduler.parts(of: first.run).isEmpty
    else { return nil }
    let inside = Array(part.rates.prefix(first.run.count))
    let alone = LintedPart.rates(of: first.node, on: part.optimizer, inside.count + 1)
    guard inside.count > 1, alone.count == inside.count + 1, !inside.elementsEqual(alone.dropLast()),
      inside.dropFirst().elementsEqual(alone.dropFirst(2))
    else { return nil }
    return Finding(
      rule: .sequence,
      message: "\(part.node.name) steps \(first.node.name) once when it is made, and its rates come one "
        + "\(part.interval == .step ? "step" : "epoch") early",
      hint: "put its schedulers and milestones into the sequence around it", range: first.node.range,
      owner: first.node.range)
  }

  static func findings(_ nodes: [Node], on optimizer: Optimizer) -> [Finding] {
    nodes.dropFirst().compactMap { node in
      var (optimizer, attached) = (optimizer, node)
      let bases = optimizer.groups.map { $0.initialLR ?? $0.lr }
      guard (try? attached.start(&optimizer)) != nil,
        zip(optimizer.groups, bases).contains(where: { group, base in group.initialLR.map { $0 != base } ?? false })
      else { return nil }
      return Finding(
        rule: .sequence,
        message: "\(node.name) rewrites the base rate and the momentum as soon as it is made, and "
          + "\(nodes[0].name) before it starts from the wrong rate",
        hint: "use \(node.name) alone", range: node.range, owner: node.range)
    }
  }
}
