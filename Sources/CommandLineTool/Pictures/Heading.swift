import Charts
import JSON
import Schedules
import Text

/// What a picture without a title is headed by: the kinds that it shows, with what was written for them.
enum Heading {
  /// “CosineAnnealingLR, T_max 50”; nothing for what has no scheduler.
  static func of(_ spec: Spec) -> String? {
    let headings = spec.plans.map { plan in plan.nodes.map { named($0.node) } }
    guard let first = headings.first, !first.isEmpty else { return nil }
    return of(headings.map { $0.map { $0 } })
  }

  /// One heading for several schedules: what all of them have in common.
  static func ofAll(_ specs: [Spec]) -> String? {
    of(specs.flatMap { spec in spec.plans.map { plan in plan.nodes.map { named($0.node) } } })
  }

  /// “a, b and c”, or how many there are.
  static func of(names: [String]) -> String {
    guard names.count <= 4, let last = names.last else { return "\(names.count) schedules" }
    let rest = Array(names.dropLast())
    return rest.isEmpty ? last : "\(rest.joined(by: ", ")) and \(last)"
  }

  private static func of(_ plans: [[NamedKind]]) -> String? {
    guard let first = plans.first, !first.isEmpty else { return nil }
    if plans.count == 1 { return first.map(\.text).joined(by: " and ") }
    if first.count == 1, plans.allSatisfy({ $0.count == 1 && $0[0].name == first[0].name }) {
      let common = first[0].values.filter { value in plans.allSatisfy { $0[0].values.contains(value) } }
      return NamedKind(name: first[0].name, values: common).text
    }
    var names: [String] = []
    for named in plans.flatMap({ $0 }) where !names.contains(named.name) { names.append(named.name) }
    return of(names: names)
  }

  /// A kind and its values.
  private struct NamedKind {
    let name: String
    let values: [String]

    var text: String { ([name] + values).joined(by: ", ") }
    /// The same inside a sentence.
    var inside: String { values.isEmpty ? name : "\(name) (\(values.joined(by: ", ")))" }
  }

  private static func named(_ node: Node) -> NamedKind { named(node.name, node.members) }

  private static func named(_ name: String, _ members: [Member]) -> NamedKind {
    let children = members.lazy.compactMap { member -> [Value]? in
      guard case .array(let elements) = member.value.content, case .object = elements.first?.content else { return nil }
      return elements
    }.first
    if let children {
      let parts = children.prefix(6).compactMap { child -> String? in
        guard case .object(let members) = child.content,
          let type = members.first(where: { $0.key.isFolded(equalTo: "type") })?.value.content,
          case .string(let word) = type
        else { return nil }
        return named(Catalogue.kind(named: word)?.fullName ?? word, members).inside
      }
      let isSequence = members.contains {
        $0.key.isFolded(equalTo: "milestones") || $0.key.isFolded(equalTo: "boundaries")
      }
      if !parts.isEmpty { return NamedKind(name: parts.joined(by: isSequence ? ", then " : " with "), values: []) }
    }
    let parameters = Catalogue.kind(named: name)?.declaration.parameters ?? []
    let values = members.compactMap { member -> String? in
      guard let parameter = parameters.first(where: { $0.name.isFolded(equalTo: member.key) }),
        let value = shown(member.value)
      else { return nil }
      return "\(parameter.name) \(value)"
    }
    return NamedKind(name: name, values: Array(values.prefix(6)))
  }

  /// A value in a few characters.
  private static func shown(_ value: Value) -> String? {
    switch value.content {
    case .number(let number): Significant.text(number.value)
    case .string(let text): text.utf8.count <= 40 ? text : nil
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .array(let elements):
      elements.count <= 8
        ? elements.compactMap(shown).joined(by: ", ").nonEmpty.map { "[\($0)]" } : "[\(elements.count) values]"
    case .null, .object: nil
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
