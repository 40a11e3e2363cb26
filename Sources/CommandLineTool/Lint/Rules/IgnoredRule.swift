import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// A rate or a momentum that the file writes and the schedule replaces.
///
/// Whether it has an effect is tried: the schedule is run with another value in its place.
enum IgnoredRule {
  static func findings(in curve: Curve, of spec: Spec, _ document: LintedDocument) -> [Finding] {
    guard spec.plans.count == 1, curve.rowCount <= 200_000 else { return [] }
    return rates(in: curve, spec, document) + momenta(in: curve, document)
  }

  private static func rates(in curve: Curve, _ spec: Spec, _ document: LintedDocument) -> [Finding] {
    let optimizer = ["optimizer"]
    let groups = spec.plans[0].optimizer.groups.indices.map { optimizer + ["param_groups", String($0)] }
    let columns = curve.columns(of: .lr)
    var found: [Finding] = []
    for (index, owner) in ([optimizer] + groups).enumerated() {
      let path = owner + ["lr"]
      guard let written = document.number(path), written > 0, let range = document.member(path)?.range,
        // On a command line a rate that was not typed has the place of the first kind.
        !spec.plans[0].allNodes.contains(where: { $0.node.range == range }),
        let other = document.spec(setting: path, to: .decimal(written * 0.73)),
        let changed = try? Run.curve(of: other)
      else { continue }
      let own = index == 0 ? Array(columns.indices) : [index - 1].filter(columns.indices.contains)
      let after = changed.columns(of: .lr)
      guard after.count == columns.count, own.allSatisfy({ columns[$0].values == after[$0].values }),
        let peak = own.compactMap({ columns[$0].values.max() }).max().map(rounded), !isSame(peak, written),
        // A rate of the optimizer that every group replaces has no effect on groups either, and is not a mistake.
        index > 0 || !groups.contains(where: { document.number($0 + ["lr"]) != nil })
      else { continue }
      found.append(
        Finding(
          rule: .ignored,
          message:
            "“lr” is \(Significant.text(written)), and has no effect: the schedule gives rates of its own, with a "
            + "peak of \(Significant.text(peak))",
          hint: "“lr”: \(Significant.text(peak)), or leave it out", range: range, owner: range,
          repairs: [Repair(owner: .path(owner), key: "lr", value: peak)]))
    }
    return found
  }

  /// A value without what arithmetic has left in its last digits.
  private static func rounded(_ value: Double) -> Double {
    var scale = 1.0
    for _ in 0..<18 {
      let short = (value * scale).rounded() / scale
      if isSame(short, value) { return short }
      scale *= 10
    }
    return value
  }

  private static func isSame(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(abs(one), abs(other))
  }

  private static func momenta(in curve: Curve, _ document: LintedDocument) -> [Finding] {
    for (quantity, path) in [
      (Curve.Quantity.momentum, ["optimizer", "momentum"]), (.beta1, ["optimizer", "betas", "0"]),
    ] {
      let values = curve.columns(of: quantity).flatMap(\.values)
      guard let written = document.number(path), let range = document.member(path)?.range, let low = values.min(),
        let high = values.max(), written < low || written > high
      else { continue }
      let name = path[1]
      return [
        Finding(
          rule: .ignored,
          message: "“\(name)” is \(Significant.text(written)), and has no effect: the schedule drives it between "
            + "\(Significant.text(low)) and \(Significant.text(high))",
          hint: "a momentum in that range, or none", range: range, owner: range,
          repairs: [Repair(owner: .path(Array(path.dropLast())), key: path[path.count - 1], value: high)])
      ]
    }
    return []
  }
}
