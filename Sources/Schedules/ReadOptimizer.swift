import Diagnostics
import JSON

/// The optimizer of a file as it is read: all of its groups, and which of them are optimizers of their own.
struct ReadOptimizer {
  let optimizer: Optimizer
  private let own: OwnOptimizers
  /// Where it is written, if it is.
  let written: Value?

  init?(_ value: Value, worldSize: Int, _ reading: inout Reading) {
    var own = OwnOptimizers()
    guard let optimizer = OptimizerReader.read(value, worldSize: worldSize, separating: &own, &reading) else {
      return nil
    }
    self.init(optimizer, own, value)
  }

  private init(_ optimizer: Optimizer, _ own: OwnOptimizers, _ written: Value?) {
    self.optimizer = optimizer
    self.own = own
    self.written = written
  }

  static var standard: ReadOptimizer? { ReadOptimizer(OptimizerReader.standard, OwnOptimizers(), nil) }

  /// The class of each group.
  var types: [String] {
    var types = optimizer.groups.map { _ in optimizer.type }
    for part in own.optimizers { for index in part.groups { types[index] = part.type } }
    return types
  }

  /// Whether every group has a scheduler of its own, so that the file need not have one.
  var hasSchedulersOfItsOwn: Bool {
    !own.optimizers.isEmpty && own.optimizers.allSatisfy { $0.scheduler != nil }
      && own.optimizers.reduce(0) { $0 + $1.groups.count } == optimizer.groups.count
  }

  /// The plan: what is stepped by the file's schedulers, and the optimizers beside it.
  func parts(stepping nodes: [TopNode], _ reading: inout Reading) -> Plan? {
    var plan = Plan(name: nil, optimizer: optimizer, nodes: nodes)
    if !own.optimizers.isEmpty {
      var places = optimizer.groups.map { _ in Plan.GroupPlace(track: 0, group: 0) }
      for (track, part) in own.optimizers.enumerated() {
        for (group, index) in part.groups.enumerated() {
          places[index] = Plan.GroupPlace(track: track + 1, group: group)
        }
        let groups = Array(optimizer.groups[part.groups])
        let steppedBy = part.scheduler.map { PlanReader.nodes($0, &reading) } ?? nodes
        guard let steppedBy else { return nil }
        plan.others.append(
          Plan.Track(
            optimizer: Optimizer(type: part.type, defaults: part.defaults, groups: groups), nodes: steppedBy))
      }
      let main = places.indices.filter { places[$0].track == 0 }
      for (group, index) in main.enumerated() { places[index] = Plan.GroupPlace(track: 0, group: group) }
      plan.optimizer.groups = main.map { optimizer.groups[$0] }
      if main.isEmpty { plan.nodes = [] }
      plan.places = places
    }
    for scale in own.scales {
      let nodes = plan.nodes(ofGroup: scale.group)
      guard !nodes.contains(where: { $0.node.scheduler.usesScales }) else { continue }
      reading.report(
        Diagnostic(
          .value, "no scheduler of the group uses its “lr_scale”", at: scale.range,
          hint: "timm’s schedulers do; for the others give each group its “lr”, or “layers” an “lr_decay”"))
    }
    return plan
  }
}
