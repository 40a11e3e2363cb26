import Schedules

/// A scheduler that computes from the base rate, behind others in a chain: what they did is lost.
enum OverwriteRule {
  static func findings(_ nodes: [Node]) -> [Finding] {
    guard let last = nodes.lastIndex(where: { $0.scheduler.overwrites }), last > 0 else { return [] }
    let lost = nodes[..<last].filter { !$0.scheduler.watchesMetric }.map(\.name)
    guard !lost.isEmpty else { return [] }
    let node = nodes[last]
    return [
      Finding(
        rule: .overwrite,
        message: "\(node.name) computes the rate from the base rate at every step, so what "
          + "\(lost.joined(separator: " and ")) did before it is lost",
        fix: "put \(node.name) first, or use kinds that multiply the current rate", range: node.range)
    ]
  }
}
