import Diagnostics
import Schedules

/// A first update at rate zero: the step is taken, and changes nothing.
enum ZeroStartRule {
  static func finding(in plan: Plan) -> Finding? {
    var plan = plan
    do throws(Diagnostic) {
      for index in plan.nodes.indices { try plan.nodes[index].node.start(&plan.optimizer) }
    } catch {
      return nil
    }
    let still = plan.optimizer.groups.filter { $0.lr == 0 }
    guard let first = still.first, let node = plan.nodes.first?.node else { return nil }
    let whose = plan.optimizer.groups.count > 1 ? " of \(first.name.map { "group “\($0)”" } ?? "a group")" : ""
    return Finding(
      rule: .zeroStart, message: "the first update\(whose) is made at rate 0, and changes nothing",
      fix: "begin the warm-up above zero", range: node.range)
  }
}
