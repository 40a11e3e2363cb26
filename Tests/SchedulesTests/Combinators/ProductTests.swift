import Testing

@testable import Schedules

@Suite struct ProductTests {
  private func product(_ nodes: String) -> String { #"{"type": "Product", "schedulers": [\#(nodes)]}"# }
  private let rise = #"{"type": "points", "points": [[0, 0.5], [2, 1]]}"#

  @Test func `multiplies the factors of one base rate`() throws {
    let halving = #"{"type": "ExponentialLR", "gamma": 0.5}"#
    #expect(try Stepping.rates(product("\(rise), \(halving)"), count: 4, lr: 2) == [1, 0.75, 0.5, 0.25])
    #expect(try Stepping.rates(product(halving), count: 3) == [1, 0.5, 0.25])
  }

  @Test func `takes absolute rates for parts of the base rate`() throws {
    let constant = #"{"type": "optax.constant_schedule", "value": 0.5}"#
    #expect(try Stepping.rates(product("\(rise), \(constant)"), count: 3, lr: 4) == [0.25, 0.375, 0.5])
  }

  @Test func `stays at a base rate of zero`() throws {
    #expect(try Stepping.rates(product("\(rise), \(rise)"), count: 2, lr: 0) == [0, 0])
  }

  @Test func `begins anew in a sequence`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [
       {"type": "ConstantLR", "factor": 0.1, "total_iters": 9}, \#(product("\(rise), \(rise)"))]}
      """#
    #expect(try Stepping.rates(json, count: 5) == [0.1, 0.1, 0.25, 0.5625, 1])
  }

  @Test func `multiplies group by group, and takes momentum from whoever drives it`() throws {
    let cycle = #"{"type": "OneCycleLR", "max_lr": 1, "total_steps": 10}"#
    var stepping = try Stepping(product("\(rise), \(cycle)"), optimizer: twoGroups())
    let alone = try Stepping(cycle, optimizer: twoGroups())
    let row = try stepping.groups(1)[0]
    #expect(row.map(\.momentum) == alone.optimizer.groups.map(\.momentum))
    #expect(stepping.node.scheduler.drives.contains(.momentum))
  }

  @Test(arguments: [
    ("", #"value at "Product""#), (#"{"type": "plateau"}"#, #"value at "plateau""#),
  ])
  func `refuses`(nodes: String, expected: String) { #expect(refusal(product(nodes)) == expected) }
}
