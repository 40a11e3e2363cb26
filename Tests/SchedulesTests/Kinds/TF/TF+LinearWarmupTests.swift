import Testing

@testable import Schedules

@Suite struct TFLinearWarmupTests {
  private func json(_ after: String) -> String {
    #"{"type": "tf.LinearWarmup", "after_warmup_lr_sched": \#(after), "warmup_steps": 2, "warmup_learning_rate": 1}"#
  }

  @Test func `leads to where the schedule is by then`() throws {
    let line =
      #"{"type": "keras.PolynomialDecay", "initial_learning_rate": 8, "decay_steps": 8, "end_learning_rate": 0}"#
    #expect(try Stepping.rates(json(line), count: 6) == [1, 3.5, 6, 5, 4, 3])
    let node = try Stepping(json(line)).node
    #expect(node.phases.map(\.start) == [0, 2, 8])
    #expect(node.scheduler.length == 8)
  }

  @Test func `leads to a rate`() throws {
    #expect(try Stepping.rates(json("3"), count: 5) == [1, 2, 3, 3, 3])
  }

  @Test func `leads to no schedule that has a memory`() {
    #expect(refusal(json(#"{"type": "ExponentialLR", "gamma": 0.5}"#)) == #"value at "ExponentialLR""#)
    #expect(refusal(json("true")) == "value at true")
  }
}
