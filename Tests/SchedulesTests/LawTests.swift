import Diagnostics
import Testing

@testable import Schedules

@Suite struct LawTests {
  @Test func `counts whole steps, or any number`() throws {
    let steps = Law { step, base in base * Double(step) }
    #expect(try [steps.rate(at: 3, base: 7), steps.rate(near: 2.5, base: 7)] == [21, 14])
    #expect(try steps.rate(near: -0.5, base: 7) == -7)
    let counts = Law.counted { count, base in base * count }
    #expect(try [counts.rate(at: 3, base: 7), counts.rate(near: 2.5, base: 7)] == [21, 17.5])
    #expect(try Law.absolute { $0 }.rate(near: -2.5, base: 7) == -2.5)
  }

  @Test func `is made anew for the run and the optimizer`() throws {
    var scheduler = try LawScheduler { setting in
      let (count, rate) = (setting.run?.count ?? 0, setting.optimizer?.defaults.lr ?? 0)
      return Law(length: Double(count)) { step, _ in Double(count + step) + rate }
    }
    #expect(scheduler.length == 0)
    scheduler.bind(to: RunLength(count: 8))
    #expect(scheduler.length == 8)
    var optimizer = Optimizer(type: "SGD", defaults: ParamGroup(lr: 0.5), groups: [ParamGroup(lr: 0.5)])
    try scheduler.start(&optimizer)
    try scheduler.step(&optimizer, metric: nil)
    #expect(optimizer.groups[0].lr == 9.5)
  }

  @Test func `what does not suit the run is an error when it is attached`() throws {
    var scheduler = try LawScheduler { (setting) throws(Diagnostic) in
      if let run = setting.run, run.count < 5 { throw Diagnostic(.value, "too short") }
      return Law { _, base in base }
    }
    scheduler.bind(to: RunLength(count: 3))
    var optimizer = Optimizer(type: "SGD", defaults: ParamGroup(lr: 0.5), groups: [ParamGroup(lr: 0.5)])
    #expect(throws: Diagnostic.self) { try scheduler.start(&optimizer) }
  }
}
