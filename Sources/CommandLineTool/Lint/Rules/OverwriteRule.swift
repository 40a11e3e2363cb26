import Schedules

/// A scheduler that computes from the base rate beside others that are stepped in turn with it: what they do is lost.
enum OverwriteRule {
  static func findings(_ nodes: [Node]) -> [Finding] {
    guard let last = nodes.lastIndex(where: { $0.scheduler.overwrites }) else { return [] }
    // A factor that is taken back has a rule of its own, where it comes later.
    let lost = nodes.indices.filter {
      $0 < last || ($0 > last && nodes[$0].parameters.allSatisfy { $0.role != .released })
    }
    guard !lost.isEmpty else { return [] }
    let node = nodes[last]
    let names = lost.map { nodes[$0].name }.joined(separator: " and ")
    let isLater = lost.allSatisfy { $0 > last }
    return [
      Finding(
        rule: .overwrite,
        message: "\(node.name) computes the rate from the base rate at every step, so what \(names) "
          + (isLater ? "does after it lasts for one step only" : "did before it is lost"),
        hint: "use kinds that multiply the current rate, or the one without the other", range: node.range,
        owner: node.range)
    ]
  }
}
