import Diagnostics
import JSON
import Testing

@testable import Schedules

/// Runs a scheduler written as JSON over an optimizer, and looks at the rates before each step.
struct Stepping {
  var optimizer: Optimizer
  var node: Node

  /// Attaches a scheduler to SGD with momentum and one group of rate `lr`, or to the given optimizer; the run is said to
  /// have `runLength` steps.
  init(_ json: String, lr: Double = 1, optimizer: Optimizer? = nil, runLength: Int = 100) throws {
    var reading = Reading()
    let value = try Scanner.read(Source(name: "test", bytes: Array(json.utf8)))
    let node = Builder.node(value, &reading)
    if !reading.problems.isEmpty { throw reading.inOrder }
    self.node = try #require(node)
    let group = ParamGroup(lr: lr, momentum: 0.9)
    self.optimizer = optimizer ?? Optimizer(type: "SGD", defaults: group, groups: [group])
    self.node.scheduler.bind(to: RunLength(count: runLength))
    try self.node.start(&self.optimizer)
  }

  mutating func step(metric: Double? = nil) throws {
    try node.step(&optimizer, metric: metric)
  }

  /// The first group's rate in `count` rows.
  static func rates(
    _ json: String, count: Int, lr: Double = 1, optimizer: Optimizer? = nil, metric: Double? = nil, runLength: Int = 100
  ) throws -> [Double] {
    var stepping = try Stepping(json, lr: lr, optimizer: optimizer, runLength: runLength)
    return try stepping.groups(count, metric: metric).map(\.[0].lr)
  }

  /// The first group's momentum, or beta1, in `count` rows.
  static func momenta(_ json: String, count: Int, optimizer: Optimizer? = nil) throws -> [Double?] {
    var stepping = try Stepping(json, optimizer: optimizer)
    return try stepping.groups(count, metric: nil).map(\.[0].drivenMomentum)
  }

  /// The param groups as they are in `count` rows.
  mutating func groups(_ count: Int, metric: Double? = nil) throws -> [[ParamGroup]] {
    var rows = [optimizer.groups]
    while rows.count < count {
      try step(metric: metric)
      rows.append(optimizer.groups)
    }
    return rows
  }
}

/// Checks values against ones that a framework printed with six decimals.
func expect(_ actual: [Double], near printed: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(actual.count == printed.count, sourceLocation: sourceLocation)
  for (index, pair) in zip(actual, printed).enumerated() {
    #expect(abs(pair.0 - pair.1) <= 5.1e-7, "row \(index)", sourceLocation: sourceLocation)
  }
}

/// The first group's rate in every row of a file's run.
func fileRates(_ json: String) throws -> [Double] { try fileRates(spec(json)) }

/// The first group's rate in every row of a run.
func fileRates(_ spec: Spec) throws -> [Double] {
  let plan = try #require(spec.plans.first)
  var stepper = try Stepper(plan.optimizer, plan.nodes)
  var rates: [Double] = []
  for row in 0..<spec.steps {
    rates.append(stepper.optimizer.groups[0].lr)
    if row == spec.steps - 1 { break }
    try stepper.end(isUpdate: true, endsEpoch: (row + 1) % spec.stepsPerEpoch == 0) { (turn) throws(Diagnostic) in
      try spec.metric?.value(at: turn)
    }
  }
  return rates
}
