package import Diagnostics
package import JSON
import Text

/// A value that takes the place of one in a schedule file: `scheduler.T_max` becomes 100.
package struct Override: Sendable {
  /// A key or an index in the path of the value, and where it is written.
  package struct Step: Sendable {
    package let name: String
    package let range: SourceRange

    package init(_ name: String, at range: SourceRange) {
      self.name = name
      self.range = range
    }
  }

  package let path: [Step]
  package let value: Value

  package init(_ path: [Step], to value: Value) {
    self.path = path
    self.value = value
  }

  /// The override as if its text stood elsewhere.
  package func moved(by distance: Int) -> Override {
    Override(
      path.map { Step($0.name, at: $0.range.moved(by: distance)) }, to: value.moved(by: distance))
  }

  /// The document with the value in its place.
  ///
  /// A last key that is not there yet is added, because the reader knows the valid keys; throws `error[usage]` for a path
  /// that leads nowhere.
  package func apply(to document: Value) throws(Diagnostic) -> Value {
    try replacing(in: document, from: 0, of: document)
  }

  private func replacing(in value: Value, from index: Int, of document: Value) throws(Diagnostic) -> Value {
    guard index < path.count else { return self.value }
    switch value.content {
    case .object(var members):
      let step = path[index]
      if let place = members.firstIndex(where: { $0.key.isFolded(equalTo: step.name) }) {
        let old = members[place]
        let new = try replacing(in: old.value, from: index + 1, of: document)
        members[place] = Member(key: old.key, at: index + 1 == path.count ? step.range : old.keyRange, value: new)
      } else {
        guard let start = absent(index, in: document) else { throw missing(index, members.map(\.key), document) }
        let new = try replacing(in: start, from: index + 1, of: document)
        members.append(Member(key: step.name, at: step.range, value: new))
      }
      return Value(.object(members), at: value.range)
    case .array(var elements):
      let place = try self.index(index, count: elements.count)
      elements[place] = try replacing(in: elements[place], from: index + 1, of: document)
      return Value(.array(elements), at: value.range)
    default:
      throw Diagnostic(
        .usage, "“\(shown(index))” is \(value.typeName), and has no “\(path[index].name)” inside", at: path[index].range
      )
    }
  }

  /// What a key stands for that is not there; `nil` when nothing is to be found after it.
  private func absent(_ index: Int, in document: Value) -> Value? {
    let name = path[index].name
    let isTop = index == 0
    // The last key is added, if it may be one of the file's own; inside of anything the reader knows more.
    let nothing = Value(.object([]), at: path[index].range)
    if index + 1 == path.count { return !isTop || SpecReader.isKey(name) ? nothing : nil }
    let isOfCurve = index == 2 && path[0].name.isFolded(equalTo: "curves")
    if name.isFolded(equalTo: "optimizer"), isTop || isOfCurve {
      // Another type has other values; and a curve without an optimizer of its own has the file's.
      if path[index + 1].name.isFolded(equalTo: "type") { return nothing }
      return optimizer(of: document) ?? OptimizerReader.standardText.moved(by: path[index].range.lower)
    }
    return isTop && ["plot", "metric", "steps_per_epoch"].contains(where: name.isFolded) ? nothing : nil
  }

  private func optimizer(of document: Value) -> Value? {
    document.members.first { $0.key.isFolded(equalTo: "optimizer") }?.value
  }

  private func index(_ index: Int, count: Int) throws(Diagnostic) -> Int {
    let step = path[index]
    // A place is written in one way: not `+0`, and not `00`.
    if let place = Int(step.name), place >= 0, place < count, step.name.isSame(as: String(place)) { return place }
    throw Diagnostic(
      .usage, "“\(shown(index))” is an array of \(count), and “\(step.name)” is none of its places", at: step.range,
      hint: count == 0 ? nil : count == 1 ? "0 is the only one" : "they go from 0 to \(count - 1)")
  }

  /// The path so far, as it is typed.
  func shown(_ count: Int) -> String { path.prefix(count).map(\.name).joined(separator: ".") }
}
