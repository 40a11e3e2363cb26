import Diagnostics
import JSON
import Text

/// What a checkpoint holds of a scheduler: its values by the names under which its library saves them.
package struct SchedulerState: Sendable {
  fileprivate var values: [(name: String, value: any Sendable)] = []
  /// The states of the schedulers inside it, where it is made of others.
  fileprivate var children: [SchedulerState]?

  /// Whether a function is part of it, which a program can replace though no file holds it.
  var hasFunction: Bool { self["lr_lambdas"] != nil }

  fileprivate subscript(name: String) -> (any Sendable)? { values.first { $0.name == name }?.value }

  /// What the values are to the schedule; libraries differ in which of them they save.
  struct Parts: OptionSet, Sendable {
    let rawValue: Int

    /// How far it has got.
    static let count = Parts(rawValue: 1)
    /// The base rates that it has recorded.
    static let bases = Parts(rawValue: 2)
    /// The parameters that it was made with.
    static let parameters = Parts(rawValue: 4)
    /// Functions, which a file of numbers cannot hold.
    static let functions = Parts(rawValue: 8)
    /// What it remembers of the metrics that it has seen.
    static let memory = Parts(rawValue: 16)
    /// What the training loop counts, and no checkpoint of the scheduler needs.
    static let loop = Parts(rawValue: 32)

    /// What torch's `state_dict` holds: everything but functions.
    static let stateDict: Parts = [.count, .bases, .parameters, .memory]
    static let everything: Parts = [.count, .bases, .parameters, .functions, .memory]
  }
}

/// Goes through the values of a scheduler's state, to save them, to load them, or to set one of them by hand.
///
/// A scheduler names each of its values once, in `visitState`. By name a state is loaded into any other scheduler, as
/// torch's `self.__dict__.update(state_dict)` does.
package struct StateVisitor {
  private enum Pass {
    case saving
    case loading(SchedulerState, SchedulerState.Parts)
    /// Loads nothing, but refuses parameters that differ.
    case comparing(SchedulerState)
    case setting([Override.Step], Value)
  }

  private let pass: Pass
  /// The param groups of the optimizer that it is attached to.
  let groupCount: Int
  /// What was saved.
  private(set) var state = SchedulerState()
  /// Whether the value to be set was found.
  private(set) var isSet = false
  /// What there would have been to set.
  private(set) var names: [String] = []

  private init(_ pass: Pass, groups: Int) {
    self.pass = pass
    groupCount = groups
  }

  /// The state of a scheduler.
  static func saved(_ scheduler: any Scheduler) throws(Diagnostic) -> SchedulerState {
    var visitor = StateVisitor(.saving, groups: 0)
    var scheduler = scheduler
    try scheduler.visitState(&visitor)
    return visitor.state
  }

  /// Loads these parts of a state.
  static func load(
    _ state: SchedulerState, _ parts: SchedulerState.Parts, into scheduler: inout any Scheduler, groups: Int
  ) throws(Diagnostic) {
    var visitor = StateVisitor(.loading(state, parts.union(.loop)), groups: groups)
    try scheduler.visitState(&visitor)
  }

  /// Refuses a scheduler whose parameters are not those of a state.
  static func compare(_ scheduler: any Scheduler, with state: SchedulerState) throws(Diagnostic) {
    var visitor = StateVisitor(.comparing(state), groups: 0)
    var scheduler = scheduler
    try scheduler.visitState(&visitor)
  }

  /// Sets a value by its name, as an assignment to the scheduler’s attribute does; returns the names that it has where
  /// there is no such value.
  static func set(
    _ path: [Override.Step], to value: Value, of scheduler: inout any Scheduler, groups: Int
  ) throws(Diagnostic) -> [String]? {
    var visitor = StateVisitor(.setting(path, value), groups: groups)
    try scheduler.visitState(&visitor)
    return visitor.isSet ? nil : visitor.names
  }

  /// Whether a state is being loaded, or a value set, so that what was made of the old ones is to be made anew.
  var isChanging: Bool {
    switch pass {
    case .saving, .comparing: false
    case .loading, .setting: true
    }
  }

  /// Whether a state is being loaded.
  var isLoading: Bool { if case .loading = pass { true } else { false } }

  // MARK: Values

  /// A value that the library saves under a name.
  ///
  /// - Parameter isRequired: Whether loading a state without it fails, as torch's `state_dict.pop(name)` does.
  mutating func visit<V: Sendable>(
    _ name: String, _ value: inout V, as part: SchedulerState.Parts = .parameters, isRequired: Bool = false
  ) throws(Diagnostic) {
    let type = V.self as? any ParameterValue.Type
    guard let found = try replacement(of: value, type, named: name, part, isRequired: isRequired) else { return }
    guard let typed = found.value as? V else { throw found.mismatch }
    value = typed
  }

  /// What takes the place of a value, if anything does, and what is wrong where it is of another type.
  ///
  /// It is the same for every type, so that no type has a copy of it.
  private mutating func replacement(
    of value: any Sendable, _ type: (any ParameterValue.Type)?, named name: String, _ part: SchedulerState.Parts,
    isRequired: Bool
  ) throws(Diagnostic) -> (value: any Sendable, mismatch: Diagnostic)? {
    switch pass {
    case .saving: state.values.append((name, value))
    case .loading(let state, let parts):
      if isRequired, state[name] == nil { throw .missing(name) }
      guard parts.contains(part), let saved = state[name] else { return nil }
      return (
        saved, Diagnostic(.value, "the checkpoint’s “\(name)” is of another scheduler, and of no use to this one")
      )
    case .comparing(let state):
      guard part == .parameters, let saved = state[name], Swift.type(of: saved) == Swift.type(of: value) else {
        return nil
      }
      let (old, new) = (StateVisitor.shown(saved), StateVisitor.shown(value))
      guard old != new else { return nil }
      throw Diagnostic(
        .value, "“\(name)” is \(new), and the checkpoint has \(old): Megatron refuses to choose between them",
        hint: "resume as “\(Restoration.megatronOverride.rawValue)” or “\(Restoration.megatronCheckpoint.rawValue)”")
    case .setting(let path, let json):
      guard part != .functions, let type else { return nil }
      names.append(name)
      guard path.count == 1, path[0].name.isFolded(equalTo: name) else { return nil }
      isSet = true
      var reading = Reading()
      reading.parameter = name
      let mismatch = Diagnostic(.value, "“\(name)” cannot be this", at: json.range)
      guard let read = type.read(json, &reading) else { throw reading.problems.first ?? mismatch }
      return (read, mismatch)
    }
    return nil
  }

  private static func shown(_ value: any Sendable) -> String {
    (value as? any ParameterValue)?.shown ?? String(describing: value)
  }

  /// A list that has one value for each param group.
  ///
  /// - Parameter isStrict: Whether another number of them is refused, and not ignored as by those that hardly read them.
  mutating func visit(
    perGroup name: String, _ values: inout [Double], as part: SchedulerState.Parts = .parameters, isStrict: Bool = true
  ) throws(Diagnostic) {
    if case .setting(let path, let json) = pass, path.count == 1, path[0].name.isFolded(equalTo: name),
      case .number(let number) = json.content
    {
      var one = number.value
      try visit(name, &one, as: part)
      values = values.map { _ in one }
      return
    }
    try visit(name, &values, as: part)
    guard isChanging, values.count != groupCount else { return }
    if !isStrict {
      values = (0..<groupCount).map { values.indices.contains($0) ? values[$0] : values.last ?? 0 }
      return
    }
    throw Diagnostic(
      .value, "the checkpoint’s “\(name)” is of \(values.count) param groups, and the optimizer has \(groupCount)")
  }

  /// The schedulers inside, which torch loads by their places.
  mutating func visit(children: inout [Node]) throws(Diagnostic) {
    switch pass {
    case .saving:
      var states: [SchedulerState] = []
      for child in children { states.append(try StateVisitor.saved(child.scheduler)) }
      state.children = states
    case .loading(let state, let parts):
      guard let states = state.children else { throw .missing("_schedulers") }
      guard states.count <= children.count else {
        throw Diagnostic(
          .value,
          "the checkpoint has the states of \(states.count) schedulers, and there are \(children.count) to take them",
          hint: "torch raises IndexError")
      }
      for (index, state) in states.enumerated() {
        try StateVisitor.load(state, parts, into: &children[index].scheduler, groups: groupCount)
      }
    case .comparing(let state):
      for (child, state) in zip(children, state.children ?? []) {
        try StateVisitor.compare(child.scheduler, with: state)
      }
    case .setting(let path, let value):
      guard path.count > 2, path[0].name.isFolded(equalTo: "schedulers"), let index = Int(path[1].name),
        children.indices.contains(index)
      else { return }
      let left = try StateVisitor.set(
        Array(path.dropFirst(2)), to: value, of: &children[index].scheduler, groups: groupCount)
      if let left { names += left } else { isSet = true }
    }
  }

  /// A scheduler that does not tell its values apart: all of it is taken over from one of its own kind.
  mutating func visit<S: Scheduler>(whole scheduler: inout S) {
    switch pass {
    case .saving: state.values.append(("", scheduler))
    case .loading(let state, let parts):
      if parts.contains(.parameters), let saved = state[""] as? S { scheduler = saved }
    case .comparing, .setting: break
    }
  }
}

extension Diagnostic {
  /// A state that lacks what a scheduler cannot do without.
  fileprivate static func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      .value, "the checkpoint is of another scheduler: its state has no “\(name)”, without which it cannot be loaded",
      hint: "torch raises KeyError")
  }
}
