import Diagnostics
import JSON
import Schedules

/// A first update at rate zero that the file asks for: the step is taken, and changes nothing.
enum ZeroStartRule {
  static func finding(in plan: Plan) -> Finding? {
    var plan = plan
    do throws(Diagnostic) {
      for index in plan.nodes.indices { try plan.nodes[index].node.start(&plan.optimizer) }
    } catch {
      return nil
    }
    let still = plan.optimizer.groups.filter { $0.lr == 0 }
    guard let first = still.first, let place = plan.nodes.lazy.compactMap({ asked(by: $0.node) }).first else {
      return nil
    }
    let whose = plan.optimizer.groups.count > 1 ? " of \(first.name.map { "group “\($0)”" } ?? "a group")" : ""
    return Finding(
      rule: .zeroStart, message: "the first update\(whose) is made at rate 0, and changes nothing",
      hint: "begin the warm-up above zero", range: place, owner: place)
  }

  /// Where a scheduler is made to begin at zero: by a function, or by a first rate that need not be given.
  private static func asked(by node: Node) -> SourceRange? {
    if node.scheduler.motion == .unknown { return node.range }
    for parameter in node.parameters where parameter.role == .start && !parameter.isRequired {
      if let member = node.member(parameter.name), case .number(let number) = member.value.content, number.value == 0 {
        return member.value.range
      }
    }
    return node.scheduler.parts(of: RunLength(count: 1)).lazy.compactMap { asked(by: $0.node) }.first
  }
}
