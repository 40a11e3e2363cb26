import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// Parameters and schedulers that do nothing.
enum NoEffectRule {
  static func finding(_ part: LintedPart) -> Finding? {
    patience(part) ?? unreached(part) ?? restarts(part) ?? empty(part) ?? factor(part)
      ?? constant(part)
  }

  private static func finding(_ part: LintedPart, _ message: String, _ hint: String, at range: SourceRange)
    -> Finding
  {
    Finding(rule: .noEffect, message: message, hint: hint, range: range, owner: part.node.range)
  }

  /// A plateau that the run is too short for.
  private static func patience(_ part: LintedPart) -> Finding? {
    guard part.node.scheduler.watchesMetric, let patience = part.given(.patience),
      patience.value >= Double(part.run.count)
    else { return nil }
    return finding(
      part,
      "“\(patience.name)” is \(Shown.number(patience.value)), and the run has \(part.run.count) \(part.unit): it never "
        + "lowers the rate", "a “\(patience.name)” well below \(part.run.count)", at: patience.range)
  }

  /// A part of a sequence that makes way before its first step.
  private static func unreached(_ part: LintedPart) -> Finding? {
    guard part.isSequence, let list = MilestonesRule.milestones(of: part) else { return nil }
    let parts = part.node.scheduler.parts(of: part.run)
    for (index, milestone) in list.numbers.enumerated() where index < parts.count {
      let start = index == 0 ? 0 : list.numbers[index - 1]
      guard milestone <= start, milestone < Double(part.run.count) else { continue }
      return finding(
        part,
        "\(parts[index].node.name) is never stepped: it would start at \(Shown.number(start)), and ends at "
          + Shown.number(milestone), "milestones that increase", at: list.range)
    }
    return nil
  }

  private static func restarts(_ part: LintedPart) -> Finding? {
    guard let cycles = part.given(.restarts), cycles.value == 1 else { return nil }
    return finding(
      part, "“\(cycles.name)” is 1, and nothing restarts",
      "a “\(cycles.name)” of 2 or more, or the kind without restarts",
      at: cycles.range)
  }

  /// A schedule of no length that leaves the rate as it is, or as it never should stay.
  private static func empty(_ part: LintedPart) -> Finding? {
    guard let length = part.written(.length), length.value == 0, let first = part.rates.first,
      part.rates.allSatisfy({ $0 == first })
    else { return nil }
    let base = part.optimizer.groups.first?.lr ?? first
    let consequence =
      first == base
      ? "it changes nothing" : "it never ends: every rate is \(Significant.text(first / base)) of what it should be"
    return finding(
      part, "“\(length.name)” is 0, and so \(consequence)",
      "a “\(length.name)” of at least 1, or leave the scheduler out",
      at: length.range)
  }

  /// A factor of 1, or a floor that is the base rate: the rate never changes.
  private static func factor(_ part: LintedPart) -> Finding? {
    guard let first = part.rates.first, part.run.count > 1, part.rates.allSatisfy({ $0 == first }) else {
      return nil
    }
    if let factor = part.written(.factor), factor.value == 1 {
      return finding(
        part, "“\(factor.name)” is 1: the rate never changes",
        "a “\(factor.name)” below 1, or leave the scheduler out",
        at: factor.range)
    }
    guard let floor = part.written(.floor), floor.value == first, first > 0 else { return nil }
    return finding(
      part, "“\(floor.name)” is the base rate, \(Significant.text(first)): the rate never changes",
      "a “\(floor.name)” below it, or leave the scheduler out", at: floor.range)
  }

  /// A function that names a variable, or seems to, and has one value throughout.
  private static func constant(_ part: LintedPart) -> Finding? {
    let functions = part.parameters.filter { [.function, .perGroup(.function)].contains($0.valueType.required) }
    guard let member = functions.lazy.compactMap({ part.node.member($0.name) }).first,
      case .string(let text) = member.value.content, let first = part.rates.first, part.run.count > 1,
      part.rates.count == part.run.count, part.rates.allSatisfy({ $0 == first }),
      let base = part.optimizer.groups.first?.lr, base != 0
    else { return nil }
    let names = text.utf8.split { !$0.isLetter }.map { String(decoding: $0, as: UTF8.self) }
    guard names.contains(where: { ["epoch", "step", "x", "e", "lambda"].contains($0) }) else { return nil }
    let isEuler = names.contains("e") && !names.contains("lambda")
    return finding(
      part,
      "“\(member.key)” is \(Significant.text(first / base)) in all of the \(part.run.count) \(part.unit)",
      isEuler
        ? "“e” is Euler’s number; the variable is “epoch”"
        : part.interval == .epoch ? "if it counts updates: \"interval\": \"step\"" : "leave the scheduler out",
      at: member.value.range)
  }

  /// A warm-up whose length makes no difference, as it lacks a target.
  static func findings(in curve: Curve, of spec: Spec, _ document: LintedDocument) -> [Finding] {
    guard curve.rowCount <= 200_000 else { return [] }
    return spec.plans.flatMap { plan in plan.nodes.flatMap { all(in: $0.node) } }.compactMap { node in
      let warmups = node.parameters.filter { $0.role == .warmup }
      guard let member = warmups.lazy.compactMap({ node.member($0.name) }).first,
        case .number(let number) = member.value.content, number.value > 0,
        let path = document.path(ofNodeAt: node.range)
      else { return nil }
      // A library may have a minimum length, below which one step more makes no difference.
      let others = [number.value + 1, 2 * number.value + 2].map { value in
        document.spec(setting: path + [member.key], to: .number(value)).flatMap { try? Run.curve(of: $0) }
      }
      let isSame = others.allSatisfy { changed in
        guard let changed, changed.rowCount == curve.rowCount else { return false }
        return zip(curve.columns(of: .lr), changed.columns(of: .lr)).allSatisfy { $0.values == $1.values }
      }
      guard isSame else { return nil }
      let missing = node.parameters.first { $0.role == .peak && node.member($0.name) == nil && !$0.isRequired }
      let reason = missing.map { ": “\($0.name)” is not given" } ?? ""
      return Finding(
        rule: .noEffect, message: "“\(member.key)” is \(Shown.number(number.value)), and changes nothing\(reason)",
        hint: missing.map { "give “\($0.name)”, or leave “\(member.key)” out" } ?? "leave it out",
        range: member.value.range, owner: node.range)
    }
  }

  private static func all(in node: Node) -> [Node] {
    [node] + node.scheduler.parts(of: RunLength(count: 1)).flatMap { all(in: $0.node) }
  }
}
