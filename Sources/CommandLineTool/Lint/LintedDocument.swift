import Curves
import Diagnostics
import JSON
import Schedules
import Text

/// A schedule's document, and what becomes of it when a value is changed.
///
/// Some rules ask whether a value makes a difference, and every fix is tried before it is suggested: both change the document
/// and read it again.
struct LintedDocument {
  let value: Value
  let read: (Value) -> Spec?

  /// The spec with another value at a path.
  func spec(setting path: [String], to new: Value) -> Spec? {
    changed(path, to: new).flatMap { read($0.value) }
  }

  /// The document with another value at a path.
  func changed(_ path: [String], to new: Value) -> LintedDocument? {
    let steps = path.map { Override.Step($0, at: SourceRange(0, 0)) }
    guard let changed = try? Override(steps, to: new).apply(to: value) else { return nil }
    return LintedDocument(value: changed, read: read)
  }

  /// The value at a path, if there is one.
  func member(_ path: [String]) -> Value? {
    var value = value
    for step in path {
      switch value.content {
      case .object(let members):
        guard let member = members.first(where: { $0.key.isFolded(equalTo: step) }) else { return nil }
        value = member.value
      case .array(let elements):
        guard let index = Int(step), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }

  /// The number at a path, if there is one.
  func number(_ path: [String]) -> Double? {
    if case .number(let number)? = member(path)?.content { number.value } else { nil }
  }

  /// The path of the scheduler whose type is written at a place.
  func path(ofNodeAt range: SourceRange) -> [String]? { Self.path(to: range, in: value, at: "") }

  private static func path(to range: SourceRange, in value: Value, at key: String) -> [String]? {
    switch value.content {
    case .object(let members):
      // On a command line an optimizer that was not typed has the place of the first kind.
      let isNode = !["optimizer", "param_groups"].contains(where: key.isFolded)
      if isNode, members.contains(where: { $0.key.isFolded(equalTo: "type") && $0.value.range == range }) { return [] }
      for member in members {
        if let path = path(to: range, in: member.value, at: member.key) { return [member.key] + path }
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let path = path(to: range, in: element, at: key) { return [String(index)] + path }
      }
    default: break
    }
    return nil
  }

  /// The findings, each with a fix that has been tried, if one of its repairs is one.
  func repaired(_ findings: [Finding], allowing allowed: [LintRule]) -> [Finding] {
    // A file with hundreds of findings has one cause; trying them all would take long.
    findings.enumerated().map { index, finding in
      guard index < 50 else { return finding }
      var finding = finding
      for repair in finding.repairs {
        guard let fix = fix(repair), mends(fix, finding, among: findings, allowing: allowed) else { continue }
        finding.fix = fix
        finding.hint = "“\(repair.key)”: \(Shown.number(repair.value))"
        break
      }
      return finding
    }
  }

  private func fix(_ repair: Repair) -> Fix? {
    let owner: [String]?
    switch repair.owner {
    case .node(let range): owner = path(ofNodeAt: range)
    case .path(let path): owner = path
    }
    guard let owner, repair.value.isFinite else { return nil }
    let path = owner + [repair.key]
    let old = member(path)
    if let old, case .number(let number) = old.content, number.value == repair.value { return nil }
    return Fix(path: path, value: .number(repair.value), range: old?.range)
  }

  /// Whether a finding is gone with the fix, and none has come in its place.
  private func mends(
    _ fix: Fix, _ finding: Finding, among findings: [Finding], allowing allowed: [LintRule]
  ) -> Bool {
    guard let changed = changed(fix.path, to: fix.value), let spec = changed.read(changed.value),
      (try? Run.curve(of: spec)) != nil
    else { return false }
    let left = Lint.found(in: spec, of: changed, allowing: allowed)
    if left.contains(where: { $0.rule == finding.rule && $0.owner == finding.owner }) { return false }
    return left.allSatisfy { rest in findings.contains { $0.rule == rest.rule && $0.owner == rest.owner } }
  }
}
