import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// A value of a new program that the checkpoint overrides.
struct OverriddenValue {
  /// Its place in the resumed run's file.
  let path: [String]
  let value: Value
  /// What holds in its place: that of the program before, or nothing where that did not say it.
  let winner: Value?

  /// More values than this are not tried.
  private static let most = 24

  var dotted: String { path.joined(separator: ".") }
  var name: String { path.last ?? "" }

  /// “T_max 200 is ignored: the checkpoint’s 100 wins”.
  var words: String {
    let own = Self.shown(value).map { "\(name) \($0)" } ?? "the new \(name)"
    return "\(own) is ignored: the checkpoint’s \(winner.flatMap(Self.shown) ?? name) wins"
  }

  private static func shown(_ value: Value) -> String? {
    switch value.content {
    case .number(let number): Shown.number(number.value)
    case .string(let text): text.utf8.count <= 40 ? "“\(text)”" : nil
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .array(let elements): elements.count <= 8 ? "[\(elements.compactMap(shown).joined(separator: ", "))]" : nil
    case .null: "null"
    case .object: nil
    }
  }

  /// The values of an interruption that would make another plan, and make no difference to the run.
  static func all(in spec: Spec, at index: Int, _ curve: Curve) -> [OverriddenValue] {
    let resume = spec.resumes[index]
    let leaves = Array(leaves(resume.interrupted, resume.document, []).prefix(most))
    if leaves.isEmpty { return [] }
    // What this checkpoint overrides is seen best where no other interruption follows.
    var part = spec
    part.resumes = Array(spec.resumes.prefix(index + 1))
    guard let curve = index == spec.resumes.count - 1 ? curve : try? Run.curve(of: part) else { return [] }
    return leaves.filter { leaf in
      if leaf.isLoadedWithGroups(by: resume) { return true }
      guard let path = leaf.steps, let other = resume.with(leaf.winner, at: path) else { return false }
      var variant = part
      variant.resumes[index] = other
      guard let run = try? Run.curve(of: variant) else { return false }
      return same(run, curve, .lr, from: resume.at) && same(run, curve, .momentum, from: resume.at)
        && same(run, curve, .beta1, from: resume.at) && !same(run, curve, .planned, from: 0)
    }
  }

  /// Whether it is a value of the optimizer that no schedule drives, and that the checkpoint's param groups replace.
  private func isLoadedWithGroups(by resume: Resume) -> Bool {
    guard resume.resumed.way.restoresGroups, path.first.map("optimizer".isFolded) == true,
      !Self.ratesAndNames.contains(where: name.isFolded)
    else { return false }
    return !resume.spec.plans.contains { $0.quantities.contains { name.isFolded(equalTo: $0.name) } }
  }

  /// What an optimizer has besides values of its updates.
  private static let ratesAndNames = [
    "type", "name", "lr", "initial_lr", "max_lr", "min_lr", "lr_scale", "scale_lr", "param_groups", "coordinates",
    "layers",
    "initial_accumulator_value",
  ]

  private var steps: [String]? { path.isEmpty ? nil : path }

  private static func same(_ left: Curve, _ right: Curve, _ quantity: Curve.Quantity, from row: Int) -> Bool {
    let (left, right) = (left.columns(of: quantity), right.columns(of: quantity))
    return left.count == right.count
      && zip(left, right).allSatisfy { a, b in
        // A run that is longer goes on after the other.
        let count = min(a.values.count, b.values.count)
        return row >= count
          || a.values[row..<count].elementsEqual(b.values[row..<count]) { $0.bitPattern == $1.bitPattern }
      }
  }

  /// Where two documents differ in what makes a rate.
  private static func leaves(_ old: Value?, _ new: Value, _ path: [String]) -> [OverriddenValue] {
    if path.isEmpty {
      return new.members.filter { ["scheduler", "optimizer", "quantities"].contains(where: $0.key.isFolded) }.flatMap {
        leaves(member(old, $0.key), $0.value, [$0.key])
      }
    }
    if let old, old.text() == new.text() { return [] }
    switch (old?.content, new.content) {
    case (.object(let before)?, .object(let after)) where type(before) == type(after):
      return after.flatMap { leaves(member(old, $0.key), $0.value, path + [$0.key]) }
    case (.array(let before)?, .array(let after))
    where before.count == after.count && after.allSatisfy({ if case .object = $0.content { true } else { false } }):
      return after.indices.flatMap { leaves(before[$0], after[$0], path + [String($0)]) }
    default:
      if let last = path.last, ["interval", "times"].contains(where: last.isFolded) { return [] }
      return [OverriddenValue(path: path, value: new, winner: old)]
    }
  }

  private static func member(_ value: Value?, _ key: String) -> Value? {
    value?.members.first { $0.key.isFolded(equalTo: key) }?.value
  }

  private static func type(_ members: [Member]) -> String? {
    guard case .string(let word)? = members.first(where: { $0.key.isFolded(equalTo: "type") })?.value.content else {
      return nil
    }
    return Catalogue.kind(named: word)?.fullName ?? word
  }
}
