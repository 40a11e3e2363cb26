import Testing

@testable import Schedules

/// Combinators inside combinators, where torch has its oddities.
@Suite struct NestingTests {
  private let warmUp = #"""
    {"type": "SequentialLR", "milestones": [2], "schedulers": [
     {"type": "LinearLR", "start_factor": 0.1, "total_iters": 2}, {"type": "ExponentialLR", "gamma": 0.9}]}
    """#
  private let halving = #"{"type": "ExponentialLR", "gamma": 0.5}"#

  private func sequence(_ milestone: Int, _ schedulers: String...) -> String {
    #"{"type": "SequentialLR", "milestones": [\#(milestone)], "schedulers": [\#(schedulers.joined(separator: ", "))]}"#
  }

  private func chain(_ schedulers: String...) -> String {
    #"{"type": "ChainedScheduler", "schedulers": [\#(schedulers.joined(separator: ", "))]}"#
  }

  @Test func `a sequence that comes first in another runs a step ahead`() throws {
    expect(try Stepping.rates(warmUp, count: 4), near: [0.1, 0.55, 1, 0.9])
    expect(try Stepping.rates(sequence(8, warmUp, halving), count: 3), near: [0.1, 1, 0.9])
  }

  @Test func `a chain that comes first in a sequence applies its first factors twice`() throws {
    let json = sequence(3, chain(#"{"type": "ExponentialLR", "gamma": 0.9}"#), halving)
    expect(try Stepping.rates(json, count: 5, lr: 0.1), near: [0.09, 0.081, 0.0729, 0.1, 0.05])
  }

  @Test func `a sequence that takes over begins anew from the base rates`() throws {
    expect(try Stepping.rates(sequence(3, halving, warmUp), count: 7), near: [1, 0.5, 0.25, 0.1, 0.55, 1, 0.9])
  }

  @Test func `a chain that takes over begins anew from the base rates`() throws {
    let chained = chain(#"{"type": "ConstantLR", "factor": 0.1, "total_iters": 2}"#, halving)
    expect(try Stepping.rates(sequence(2, halving, chained), count: 6), near: [1, 0.5, 0.1, 0.05, 0.25, 0.125])
  }

  @Test func `a chain that takes over does so in every group`() throws {
    var stepping = try Stepping(sequence(1, halving, chain(halving)), optimizer: twoGroups())
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[1, 2], [1, 2], [0.5, 1]])
  }

  @Test func `a sequence in a chain is right`() throws {
    expect(try Stepping.rates(chain(warmUp), count: 4), near: [0.1, 0.55, 1, 0.9])
  }

  @Test(arguments: KindTests.names)
  func `a function of the step takes over at its own step 0, whatever its family`(name: String) throws {
    let own = try Example.json(of: name)
    guard try Stepping(own, runLength: 12).node.scheduler is LawScheduler else { return }
    let sequence = try Stepping.rates(sequence(3, halving, own), count: 15, runLength: 15)
    #expect(try Array(sequence.dropFirst(3)) == Stepping.rates(own, count: 12, runLength: 12))
  }

  @Test func `says which child failed`() {
    let json = sequence(2, halving, sequence(1, halving, #"{"type": "StepLR", "step_size": 0}"#))
    #expect(refusal(json, steps: 2) == "nothing")
    #expect(refusal(json, steps: 4) == "run at 0")
  }

  @Test func `as deep as JSON may be nested`() throws {
    let depth = 250
    let json =
      String(repeating: #"{"type": "chained", "schedulers": ["#, count: depth) + halving
      + String(repeating: "]}", count: depth)
    #expect(try Stepping.rates(json, count: 3) == [1, 0.5, 0.25])
  }
}
