import Schedules

/// OneCycleLR and CyclicLR in a sequence: they rewrite the base rate and the momentum of all when they are made.
enum SequenceRule {
  private static let intruders = ["OneCycleLR", "CyclicLR"]

  static func findings(_ nodes: [Node]) -> [Finding] {
    nodes.enumerated().compactMap { index, node in
      guard index > 0, intruders.contains(node.name) else { return nil }
      return Finding(
        rule: .sequence,
        message: "\(node.name) rewrites the base rate and the momentum as soon as it is made, so that "
          + "\(nodes[0].name) before it starts from the wrong rate",
        fix: node.name == "OneCycleLR" ? "OneCycleLR warms up by itself: use it alone" : "use \(node.name) alone",
        range: node.range)
    }
  }
}
