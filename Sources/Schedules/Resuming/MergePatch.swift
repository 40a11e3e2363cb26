import Diagnostics
package import JSON
import Text

/// Changes a document by a patch of its own shape.
///
/// Objects are merged, `null` takes a member away, and everything else takes the place of what is there; so does an object
/// that has a `type`, for its parameters are those of another kind. Source: RFC 7396.
package enum MergePatch {
  /// The document with the patch's changes; names are compared as a schedule file's are.
  package static func apply(_ patch: Value, to document: Value) -> Value {
    guard case .object(let changes) = patch.content else { return patch }
    var members: [Member] = []
    if !isWhole(changes), case .object(let old) = document.content { members = old }
    for change in changes {
      let place = members.firstIndex { $0.key.isFolded(equalTo: change.key) }
      if case .null = change.value.content {
        if let place { members.remove(at: place) }
        continue
      }
      let start = place.map { members[$0].value } ?? Value(.null, at: change.value.range)
      let member = Member(key: change.key, at: change.keyRange, value: apply(change.value, to: start))
      if let place { members[place] = member } else { members.append(member) }
    }
    return Value(.object(members), at: members.isEmpty ? patch.range : range(of: document, or: patch))
  }

  /// The patch that makes one document of another.
  package static func difference(from old: Value, to new: Value) -> Value {
    guard case .object(let before) = old.content, case .object(let after) = new.content, !isWhole(after),
      !isWhole(before)
    else { return new }
    let missing = before.filter { member in !after.contains { $0.key.isFolded(equalTo: member.key) } }
    let changed = after.map { member in
      let old = before.first { $0.key.isFolded(equalTo: member.key) }?.value
      return Member(
        key: member.key, at: member.keyRange, value: old.map { difference(from: $0, to: member.value) } ?? member.value)
    }
    return Value(
      .object(missing.map { Member(key: $0.key, at: $0.keyRange, value: Value(.null, at: $0.keyRange)) } + changed),
      at: new.range)
  }

  /// The document with a value at a path, or without what is there; `nil` where there is no such path.
  static func setting(_ value: Value?, at path: [String], in document: Value) -> Value? {
    guard let step = path.first else { return value }
    let rest = Array(path.dropFirst())
    switch document.content {
    case .object(var members):
      let place = members.firstIndex { $0.key.isFolded(equalTo: step) }
      if rest.isEmpty, value == nil {
        if let place { members.remove(at: place) }
        return Value(.object(members), at: document.range)
      }
      guard
        let new = setting(
          value, at: rest, in: place.map { members[$0].value } ?? Value(.object([]), at: document.range))
      else { return nil }
      let key = place.map { members[$0].key } ?? step
      let member = Member(key: key, at: place.map { members[$0].keyRange } ?? document.range, value: new)
      if let place { members[place] = member } else { members.append(member) }
      return Value(.object(members), at: document.range)
    case .array(var elements):
      guard let index = Int(step), elements.indices.contains(index),
        let new = setting(value, at: rest, in: elements[index])
      else { return nil }
      elements[index] = new
      return Value(.array(elements), at: document.range)
    default: return nil
    }
  }

  private static func isWhole(_ members: [Member]) -> Bool { members.contains { $0.key.isFolded(equalTo: "type") } }

  private static func range(of document: Value, or patch: Value) -> SourceRange {
    if case .object = document.content { return document.range }
    return patch.range
  }
}
