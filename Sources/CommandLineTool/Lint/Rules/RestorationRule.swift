import JSON
import Schedules
import Text

/// A factor that is taken back, after a scheduler that computes from the base rate: when its time is over the rate is
/// divided by a factor that it no longer has in it.
enum RestorationRule {
  static func findings(_ nodes: [Node]) -> [Finding] {
    nodes.enumerated().compactMap { index, node in
      guard let factor = number(.released, of: node), factor != 1, factor > 0,
        let absolute = nodes[..<index].last(where: { $0.scheduler.overwrites })
      else { return nil }
      let end = number(.length, of: node).map { " at \(Significant.text($0))" } ?? ""
      return Finding(
        rule: .restoration,
        message:
          "\(node.name) multiplies by 1/\(Significant.text(factor)) = \(Significant.text(1 / factor))\(end), but "
          + "\(absolute.name) has overwritten the factor: the rate jumps up",
        hint: "put \(node.name) first, or \(absolute.name) in a sequence after it", range: node.range,
        owner: node.range)
    }
  }

  private static func number(_ role: Role, of node: Node) -> Double? {
    guard let parameter = node.parameters.first(where: { $0.role == role }) else { return nil }
    guard let member = node.member(parameter.name) else { return parameter.standard.flatMap(Double.init) }
    guard case .number(let number) = member.value.content else { return nil }
    return number.value
  }
}
