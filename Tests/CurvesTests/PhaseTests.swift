import Schedules
import Testing

@testable import Curves

/// The stretches of a run, in rows.
@Suite struct PhaseTests {
  private func phases(_ scheduler: String, epochs: Int = 12, steps: Int = 1) throws -> [Phase] {
    try curve(#"{"epochs": \#(epochs), "steps_per_epoch": \#(steps), "scheduler": \#(scheduler)}"#).columns[0].phases
  }

  private let sequence = #"""
    {"type": "SequentialLR", "milestones": [3, 8], "schedulers": [{"type": "LinearLR"},
     {"type": "CosineAnnealingLR", "T_max": 5}, {"type": "StepLR", "step_size": 2}]}
    """#

  @Test func `is one when there is nothing to divide`() throws {
    #expect(try phases(#"{"type": "StepLR", "step_size": 2}"#) == [Phase(start: 0, motion: .jumps, label: "step")])
    #expect(
      try phases(#"{"type": "ExponentialLR", "gamma": 0.5}"#) == [Phase(start: 0, motion: .moves, label: "exponential")]
    )
  }

  @Test func `follows a sequence as far as the run goes`() throws {
    let (first, second) = (
      Phase(start: 0, motion: .moves, label: "linear"), Phase(start: 3, motion: .moves, label: "cosine")
    )
    #expect(try phases(sequence) == [first, second, Phase(start: 8, motion: .jumps, label: "step")])
    #expect(try phases(sequence, epochs: 8) == [first, second])
    #expect(try phases(sequence, epochs: 1) == [first])
  }

  @Test func `is counted in rows, and jumps where a row is less than an epoch`() throws {
    let phases = try phases(sequence, steps: 10)
    #expect(phases.map(\.start) == [0, 30, 80])
    #expect(phases.allSatisfy { $0.motion == .jumps })
  }

  @Test func `counts the cycles of warm restarts`() throws {
    let phases = try phases(#"{"type": "CosineAnnealingWarmRestarts", "T_0": 2, "T_mult": 2}"#, epochs: 15)
    #expect(phases.map(\.start) == [0, 2, 6, 14])
    #expect(phases.map(\.label) == ["cycle 1", "cycle 2", "cycle 3", "cycle 4"])
  }

  @Test func `of an array are those of the one that is divided`() throws {
    let array = #"[{"type": "StepLR", "step_size": 2}, \#(sequence)]"#
    #expect(try phases(array).map(\.start) == [0, 3, 8])
    let plain = #"[{"type": "StepLR", "step_size": 2}, {"type": "ExponentialLR", "gamma": 0.9}]"#
    #expect(try phases(plain) == [Phase(start: 0, motion: .moves, label: "step · exponential")])
  }

  @Test func `of an array whose schedulers take turns are laid over each other`() throws {
    let chain = #"""
      [{"type": "mmengine.LinearLR", "end": 3}, {"type": "mmengine.CosineAnnealingLR", "begin": 3, "end": 9},
       {"type": "mmengine.StepLR", "begin": 2, "step_size": 2}]
      """#
    let phases = try phases(chain)
    #expect(phases.map(\.start) == [0, 2, 3, 9])
    #expect(phases.map(\.label) == ["linear", "linear · step", "cosine · step", "step"])
    #expect(phases.map(\.motion) == [.moves, .moves, .moves, .jumps])
  }
}
