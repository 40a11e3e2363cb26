package import Diagnostics
import JSON
import Text

/// How a run is resumed: in which way, and what is set by hand.
package struct Resumed: Sendable {
  package let way: Restoration
  /// The `last_epoch` to resume after, where it is not the one before the next.
  package var lastEpoch: Int?
  /// What is set by hand after loading.
  package var adjustments: [Override] = []

  package init(_ way: Restoration, lastEpoch: Int? = nil, adjustments: [Override] = []) {
    self.way = way
    self.lastEpoch = lastEpoch
    self.adjustments = adjustments
  }
}

extension Steppers {
  /// This training, resumed under another plan.
  ///
  /// - Parameters:
  ///   - plan: What the new program says.
  ///   - adjusted: The same with what is set by hand, where it can be said in a file.
  ///   - replayed: Where the new plan would be, had it been followed from the beginning.
  package func resumed(
    as plan: Plan, _ resumed: Resumed, at place: RunPlace, adjusted: Plan?, replayed: Steppers?
  ) throws(Diagnostic) -> Steppers {
    guard resumed.way.operations.contains(.replay) == false || replayed != nil else {
      throw Diagnostic(.run, "the new schedule alone does not get as far as step \(place.updates)")
    }
    let tracks = plan.tracks
    var steppers: [Stepper] = []
    for (index, track) in tracks.enumerated() {
      guard index <= others.count else {
        steppers.append(try Stepper(track.optimizer, track.nodes))
        continue
      }
      let isMain = index == 0
      steppers.append(
        try self[index].resumed(
          as: track, isMain ? resumed : Resumed(resumed.way, lastEpoch: resumed.lastEpoch), at: place,
          adjusted: isMain ? adjusted.map { Plan.Track(optimizer: $0.optimizer, nodes: $0.nodes) } : nil,
          replayed: replayed.flatMap { index <= $0.others.count ? $0[index] : nil }))
    }
    return Steppers(steppers, of: plan)
  }
}

extension Stepper {
  fileprivate func resumed(
    as track: Plan.Track, _ resumed: Resumed, at place: RunPlace, adjusted: Plan.Track?, replayed: Stepper?
  ) throws(Diagnostic) -> Stepper {
    var states: [SchedulerState] = []
    for node in nodes { states.append(try StateVisitor.saved(node.scheduler)) }
    var (optimizer, tops) = (track.optimizer, track.nodes)
    for operation in resumed.way.operations {
      switch operation {
      case .build: for index in tops.indices { try tops[index].node.start(&optimizer) }
      case .buildAfterLastEpoch:
        for index in tops.indices {
          let last = resumed.lastEpoch ?? place.steps(at: tops[index].cadence) - 1
          try tops[index].node.resume(after: last)
          try tops[index].node.start(&optimizer)
        }
      case .loadOptimizer: try optimizer.load(self.optimizer)
      case .loadScheduler(let parts):
        let groups = optimizer.groups.count
        for (index, state) in zip(tops.indices, states) {
          let interval = tops[index].node.scheduler.interval
          try tops[index].node.changeScheduler { (scheduler) throws(Diagnostic) in
            try StateVisitor.load(state, parts, into: &scheduler, groups: groups)
          }
          // With MMEngine the checkpoint says what is counted, too.
          let loaded = tops[index].node.scheduler.interval
          if let loaded, loaded != interval { tops[index].cadence = Cadence(loaded) }
        }
      case .compare:
        for (index, state) in zip(tops.indices, states) {
          let (old, new) = (nodes[index], tops[index].node)
          try StateVisitor.compare(new.scheduler, with: state)
          guard old.name != new.name else { continue }
          throw Diagnostic(
            .value, "the new schedule is \(new.name), and the checkpoint’s is \(old.name)", at: new.range)
        }
      case .seek:
        for index in tops.indices {
          let steps = place.steps(at: tops[index].cadence)
          try tops[index].node.changeScheduler { (scheduler) throws(Diagnostic) in
            try scheduler.seek(steps, &optimizer)
          }
        }
      case .replay:
        guard let replayed else { break }
        optimizer = replayed.optimizer
        for (index, node) in zip(tops.indices, replayed.nodes) { tops[index].node = node }
      }
    }
    for change in resumed.adjustments { try change.adjust(&optimizer, &tops, adjusted) }
    if resumed.way.rewrites || resumed.way.operations.contains(.replay) {
      for index in tops.indices {
        try tops[index].node.changeScheduler { (scheduler) throws(Diagnostic) in
          try scheduler.seek(nil, &optimizer)
        }
      }
    }
    return Stepper(optimizer, tops, from: place)
  }
}

extension Optimizer {
  /// Replaces every group by the saved one, whole, but keeps what it is called.
  ///
  /// Throws `error[value]` where torch refuses: another number of groups, or those of an optimizer with other values.
  mutating func load(_ saved: Optimizer) throws(Diagnostic) {
    guard groups.count == saved.groups.count else {
      throw Diagnostic(
        .value,
        "the checkpoint has \(saved.groups.count.counted("param group")), and the resumed run "
          + "\(groups.count)", hint: "torch raises ValueError")
    }
    // Those of Adam’s family have in their groups what the others of it read.
    let isOfAdam =
      ["Adam", "AdamW", "Adamax", "NAdam", "RAdam"].contains(saved.type)
      && ["Adam", "AdamW", "Adamax", "RAdam", "SparseAdam"].contains(type)
    guard type == saved.type || isOfAdam else {
      throw Diagnostic(
        .value, "the checkpoint’s optimizer is \(saved.type), whose groups lack what \(type) needs",
        hint: "torch raises KeyError at the next update")
    }
    let names = groups.map(\.name)
    groups = saved.groups
    for index in groups.indices { groups[index].name = names[index] }
  }
}

extension Override {
  /// Sets a value of an optimizer's groups, or of a scheduler, as a person does by hand.
  fileprivate func adjust(
    _ optimizer: inout Optimizer, _ tops: inout [TopNode], _ adjusted: Plan.Track?
  ) throws(Diagnostic) {
    guard let first = path.first, path.count > 1 else { throw unknown(nil) }
    if first.name.isFolded(equalTo: "optimizer") { return try adjust(&optimizer) }
    guard first.name.isFolded(equalTo: "scheduler") else { throw unknown(nil) }
    var rest = Array(path.dropFirst())
    var index = 0
    if let given = Int(rest[0].name), rest.count > 1 {
      guard tops.indices.contains(given) else { throw unknown(nil) }
      (index, rest) = (given, Array(rest.dropFirst()))
    }
    guard tops.indices.contains(index) else { throw unknown(nil) }
    let (value, groups, way) = (value, optimizer.groups.count, rest)
    var left: [String]?
    try tops[index].node.changeScheduler { (scheduler) throws(Diagnostic) in
      left = try StateVisitor.set(way, to: value, of: &scheduler, groups: groups)
    }
    guard let left else { return }
    // What is not a value of its own may be in a function, which a program can put in the place of another.
    guard var new = adjusted?.nodes[index].node, var scratch = adjusted?.optimizer else { throw unknown(left) }
    try new.start(&scratch)
    let state = try StateVisitor.saved(new.scheduler)
    guard state.hasFunction else { throw unknown(left) }
    try tops[index].node.changeScheduler { (scheduler) throws(Diagnostic) in
      try StateVisitor.load(state, .functions, into: &scheduler, groups: groups)
    }
  }

  private func adjust(_ optimizer: inout Optimizer) throws(Diagnostic) {
    var groups = Array(optimizer.groups.indices)
    var rest = path.dropFirst()
    if rest.count == 3, rest.first?.name.isFolded(equalTo: "param_groups") == true, let place = rest.dropFirst().first {
      groups = groups.filter {
        String($0).isSame(as: place.name) || optimizer.groups[$0].name?.isSame(as: place.name) == true
      }
      rest = rest.dropFirst(2)
    }
    guard rest.count == 1, let name = rest.first?.name, !groups.isEmpty else { throw unknown(nil) }
    guard case .number(let number) = value.content, number.value.isFinite else {
      throw Diagnostic(.value, "“\(name)” must be a number", at: value.range)
    }
    for index in groups where !optimizer.groups[index].set(name, to: number.value) { throw unknown(nil) }
  }

  private func unknown(_ names: [String]?) -> Diagnostic {
    let hint =
      names.map { $0.isEmpty ? "its values are read when it is made" : "it has \($0.joined(separator: ", "))" }
      ?? "for example, scheduler.T_max or optimizer.lr"
    return Diagnostic(
      .value, "“\(shown(path.count))” is nothing that can be set after a checkpoint is loaded",
      at: path.last?.range, hint: hint)
  }
}

extension ParamGroup {
  /// Sets a value by its name in torch's group; `false` where there is no such value.
  fileprivate mutating func set(_ name: String, to value: Double) -> Bool {
    if name.isFolded(equalTo: "lr") {
      lr = value
    } else if name.isFolded(equalTo: "initial_lr") {
      initialLR = value
    } else if name.isFolded(equalTo: "momentum"), momentum != nil {
      momentum = value
    } else if name.isFolded(equalTo: "weight_decay") {
      weightDecay = value
    } else if name.isFolded(equalTo: "beta1"), betas != nil {
      betas?.first = value
    } else if let extra = Extra.allCases.first(where: { $0.name?.isFolded(equalTo: name) == true }) {
      self[extra] = value
    } else {
      return false
    }
    return true
  }
}
