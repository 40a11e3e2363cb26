import Schedules

/// A scheduler in a sequence that rewrites the base rate and the momentum of all when it is made.
enum SequenceRule {
  static func findings(_ nodes: [Node], on optimizer: Optimizer) -> [Finding] {
    nodes.dropFirst().compactMap { node in
      var (optimizer, attached) = (optimizer, node)
      let bases = optimizer.groups.map { $0.initialLR ?? $0.lr }
      guard (try? attached.start(&optimizer)) != nil,
        zip(optimizer.groups, bases).contains(where: { group, base in group.initialLR.map { $0 != base } ?? false })
      else { return nil }
      return Finding(
        rule: .sequence,
        message: "\(node.name) rewrites the base rate and the momentum as soon as it is made, so that "
          + "\(nodes[0].name) before it starts from the wrong rate",
        hint: "use \(node.name) alone", range: node.range, owner: node.range)
    }
  }
}
