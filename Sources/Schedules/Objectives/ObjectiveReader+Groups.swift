import Diagnostics
import JSON
import Text

/// What the param groups of an optimizer have to do with an objective.
extension ObjectiveReader {
  /// A param group as it is written, and how many groups it makes: one, or its layers.
  struct WrittenGroup {
    let members: [Member]
    let count: Int

    /// Whether it is an optimizer of its own, which has nothing of the file's.
    var isOwn: Bool { member("type") != nil }

    func member(_ name: String) -> Member? { members.first { $0.key.isFolded(equalTo: name) } }
  }

  /// Gives the objective the optimizers' classes, their hyper-parameters, and the coordinates of each.
  func attach(to objective: inout Objective, _ reading: inout Reading) {
    guard let type = OptimizerClass(rawValue: optimizer.type) else { return }
    let classes = types.compactMap(OptimizerClass.init(rawValue:))
    guard classes.count == types.count else { return }
    objective.optimizer = type
    objective.optimizers = classes
    if classes.contains(.muon) {
      reading.report(
        Diagnostic(
          .value, "Muon updates matrices in bfloat16, and an objective has none", at: objective.range,
          hint: "use another optimizer"))
      return
    }
    if classes.contains(.lbfgs), classes.count > 1 {
      reading.report(
        Diagnostic(
          .value, "L-BFGS evaluates the objective itself, and shares it with no other param group",
          at: objective.range))
      return
    }
    let groups = writtenGroups
    let shared = written?.members ?? []
    let owners = groups.flatMap { group in Array(repeating: group, count: group.count) }
    objective.hyperparameters = optimizer.groups.indices.map { index in
      let owner = owners.count == optimizer.groups.count ? owners[index] : nil
      let reader = HyperparametersReader(owner?.members ?? [], over: owner?.isOwn == true ? [] : shared)
      return reader.read(classes[index], optimizer.groups[index], &reading)
    }
    if !objective.start.isEmpty { shareOut(&objective, &reading) }
  }

  private func shareOut(_ objective: inout Objective, _ reading: inout Reading) {
    let all = Array(objective.start.indices)
    if optimizer.groups.count == 1 {
      objective.coordinates = [all]
    } else if let own = ownCoordinates {
      objective.coordinates = own
      if own.joined().sorted() != all {
        reading.report(
          Diagnostic(
            .value, "“coordinates” must give each of the \(all.count) coordinates to one param group",
            at: written?.range))
      }
    } else {
      objective.coordinates = all.map { [$0] }
      if all.count != optimizer.groups.count {
        reading.report(
          Diagnostic(
            .value, "there are \(all.count) coordinates and \(optimizer.groups.count) param groups",
            at: objective.range, hint: "give each group its own: \"coordinates\": [0, 2]"))
      }
    }
  }

  private var writtenGroups: [WrittenGroup] {
    let groups = written?.members.first { $0.key.isFolded(equalTo: "param_groups") }
    guard case .array(let elements)? = groups?.value.content else { return [] }
    return elements.map { element in
      let group = WrittenGroup(members: element.members, count: 1)
      guard case .object(let layers)? = group.member("layers")?.value.content,
        let count = WrittenGroup(members: layers, count: 1).member("count"),
        case .number(let number) = count.value.content, let layers = Int(exactly: number.value)
      else { return group }
      return WrittenGroup(members: element.members, count: max(0, layers))
    }
  }

  /// The coordinates that the groups name, those of a group with layers in equal parts; `nil` where none does.
  var ownCoordinates: [[Int]]? {
    let lists = writtenGroups.flatMap { group -> [[Int]] in
      guard case .array(let elements)? = group.member("coordinates")?.value.content else {
        return Array(repeating: [], count: group.count)
      }
      let own = elements.compactMap { element in
        if case .number(let number) = element.content { Int(exactly: number.value) } else { nil }
      }
      let each = own.count / max(1, group.count)
      return (0..<group.count).map { layer in
        Array(own[layer * each..<(layer == group.count - 1 ? own.count : (layer + 1) * each)])
      }
    }
    guard lists.count == optimizer.groups.count, lists.contains(where: { !$0.isEmpty }) else { return nil }
    return lists
  }
}
