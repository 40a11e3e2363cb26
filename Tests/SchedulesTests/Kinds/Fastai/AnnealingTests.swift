import Diagnostics
import JSON
import Testing

@testable import Schedules

@Suite struct FastaiAnnealingTests {
  @Test func `follows its sched through the part of the run that a sequence gives it`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ConstantLR", "factor": 0.5, "total_iters": 9},
       {"type": "fastai.SchedLin", "start": 1, "end": 0}]}
      """#
    expect(try Stepping.rates(json, count: 6, runLength: 6), near: [0.5, 0.5, 1, 0.75, 0.5, 0.25])
  }

  @Test func `refuses a training that ends when it likes`() throws {
    var reading = Reading()
    let json = #"{"type": "fastai.SchedLin", "start": 1, "end": 0}"#
    let value = try Scanner.read(Source(name: "test", bytes: Array(json.utf8)))
    var node = try #require(Builder.node(value, &reading))
    var optimizer = try twoGroups()
    let error = #expect(throws: Diagnostic.self) { try node.start(&optimizer) }
    #expect(error?.code == .value && error?.hint == "give “epochs”")
  }
}
