import Text
import JSON
import Schedules

/// ConstantLR behind a scheduler that computes from the base rate: when its time is over it divides by a factor that the
/// rate no longer has in it.
enum RestorationRule {
  static func findings(_ nodes: [Node]) -> [Finding] {
    nodes.enumerated().compactMap { index, node in
      guard node.name == "ConstantLR", let absolute = nodes[..<index].last(where: { $0.scheduler.overwrites }) else {
        return nil
      }
      let factor = number("factor", of: node) ?? 1.0 / 3
      guard factor != 1, factor > 0 else { return nil }
      return Finding(
        rule: .restoration,
        message: "ConstantLR multiplies by 1/\(Significant.text(factor)) = \(Significant.text(1 / factor)) at "
          + "\(Significant.text(number("total_iters", of: node) ?? 5)), but \(absolute.name) has overwritten the factor: "
          + "the rate jumps up",
        fix: "put ConstantLR first, or \(absolute.name) in a SequentialLR behind it", range: node.range)
    }
  }

  private static func number(_ name: String, of node: Node) -> Double? {
    if case .number(let number)? = node.member(name)?.value.content { number.value } else { nil }
  }
}
