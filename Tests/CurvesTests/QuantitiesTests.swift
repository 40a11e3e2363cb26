import Schedules
import Testing
import Text

@testable import Curves

@Suite struct QuantitiesTests {
  private static func file(_ quantities: String) -> String {
    #"""
    {"steps": 4, "steps_per_epoch": 2, "optimizer": {"type": "AdamW", "lr": 1},
     "scheduler": {"type": "exponential", "gamma": 0.5, "interval": "step"}, "quantities": \#(quantities)}
    """#
  }

  private static let two = #"""
    {"weight_decay": {"initial": 4, "scheduler": {"type": "exponential", "gamma": 0.5}},
     "teacher_momentum": {"initial": 1, "scheduler": {"type": "lambda", "lr_lambda": "1 - step / 8", "interval": "step"}}}
    """#

  @Test func `are columns of their own`() throws {
    let curve = try curve(Self.file(Self.two))
    #expect(
      curve.csv.whole.text == """
        step,epoch,lr,weight_decay,teacher_momentum
        0,0,1.0,4.0,1.0
        1,0,0.5,4.0,0.875
        2,1,0.25,2.0,0.75
        3,1,0.125,2.0,0.625

        """)
    #expect(curve.quantities.map(\.title) == ["learning rate", "weight decay", "teacher momentum"])
  }

  @Test func `have a training loop's values, too`() throws {
    var schedule = try Schedule(json: Self.file(Self.two))
    for _ in 0..<2 { try schedule.endStep() }
    #expect(schedule.rate == 0.25 && schedule.value(of: "weight_decay") == 2)
    #expect(schedule.value(of: "teacher-momentum") == 0.75 && schedule.value(of: "temperature") == nil)
  }

  @Test func `begin at the optimizer's own value`() throws {
    let curve = try curve(Self.file(#"{"weight_decay": {"scheduler": {"type": "exponential", "gamma": 0.5}}}"#))
    #expect(values("weight_decay", of: curve) == [0.01, 0.01, 0.005, 0.005])
  }

  @Test(arguments: [
    (#"{"lr": {"initial": 1, "scheduler": {"type": "constant"}}}"#, "is not a quantity of its own"),
    (#"{"metric": {"initial": 1, "scheduler": {"type": "constant"}}}"#, "is not a quantity of its own"),
    (#"{"temperature": {"scheduler": {"type": "constant"}}}"#, "needs “initial”"),
    (#"{"temperature": {"initial": 1}}"#, "has no “scheduler”"),
    (#"{"temperature": {"initial": 1, "scheduler": {"type": "cosin"}}}"#, "unknown scheduler “cosin”"),
  ])
  func `are refused where they cannot be`(quantities: String, expected: String) {
    #expect(refusal(Self.file(quantities)).contains(expected), "\(refusal(Self.file(quantities)))")
  }

  @Test func `are not driven twice`() {
    let json = #"""
      {"scheduler": {"type": "onecycle", "max_lr": 1, "total_steps": 9},
       "quantities": {"momentum": {"scheduler": {"type": "constant"}}}}
      """#
    #expect(refusal(json).contains("is driven by the schedule already"))
  }
}
