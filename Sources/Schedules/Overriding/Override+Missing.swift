import Diagnostics
import JSON
import Text

/// What to say about a path that leads nowhere.
extension Override {
  /// That there is no such key, with the key or the whole path that was probably meant.
  func missing(_ index: Int, _ keys: [String], _ document: Value) -> Diagnostic {
    let step = path[index]
    let owner = index == 0 ? "the schedule file" : "“\(shown(index))”"
    let known = index == 0 ? keys + SpecReader.keys : keys
    let nearest = Nearest.match(for: step.name, among: known)
    let hint =
      elsewhere(in: document) ?? nearby(in: document, unlike: nearest) ?? ofOptimizer(at: index)
      ?? nearest.map { shown(with: $0, at: index) }
    return Diagnostic(
      .usage, "\(owner) has no “\(step.name)”", at: step.range, hint: Diagnostic.suggestion(hint))
  }

  /// The whole way, with another key at one of its steps.
  private func shown(with key: String, at index: Int) -> String {
    var names = path.map(\.name)
    names[index] = key
    return names.joined(separator: ".")
  }

  /// `optimizer.lr` for `lr`, also where the file leaves the optimizer out.
  private func ofOptimizer(at index: Int) -> String? {
    guard index == 0, path.count == 1, let name = path.first?.name, OptimizerType.sgd.has(name) || name == "lr" else {
      return nil
    }
    return "optimizer.\(name)"
  }

  /// A path that ends almost as a word does: `scheduler.T_max` for `tmx`.
  private func nearby(in document: Value, unlike nearest: String?) -> String? {
    guard nearest == nil, path.count == 1, let word = path.first?.name else { return nil }
    var ways: [(key: String, way: String)] = []
    list(document, [], &ways)
    let near = Nearest.match(for: word, among: ways.map(\.key))
    return ways.first { near?.isSame(as: $0.key) == true }?.way
  }

  private func list(_ value: Value, _ way: [String], _ ways: inout [(key: String, way: String)]) {
    // More paths than this are too many to be meant by one word.
    guard case .object(let members) = value.content, ways.count < 1000 else { return }
    for member in members {
      ways.append((member.key, (way + [member.key]).joined(separator: ".")))
      list(member.value, way + [member.key], &ways)
    }
  }

  /// A path that ends as this one does: `scheduler.T_max` for `T_max`.
  private func elsewhere(in document: Value) -> String? {
    var found: String?
    search(document, [], &found)
    return found
  }

  private func search(_ value: Value, _ way: [String], _ found: inout String?) {
    if found != nil { return }
    if way.count > path.count, zip(way.suffix(path.count), path).allSatisfy({ $0.isFolded(equalTo: $1.name) }) {
      found = way.joined(separator: ".")
      return
    }
    switch value.content {
    case .object(let members): for member in members { search(member.value, way + [member.key], &found) }
    case .array(let elements):
      for (index, element) in elements.enumerated() { search(element, way + [String(index)], &found) }
    default: break
    }
  }
}
