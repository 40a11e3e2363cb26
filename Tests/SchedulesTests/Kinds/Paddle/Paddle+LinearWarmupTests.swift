import Testing

@testable import Schedules

@Suite struct PaddleLinearWarmupTests {
  private func json(_ target: String, _ more: String = "") -> String {
    #"""
    {"type": "paddle.LinearWarmup", "learning_rate": \#(target), "warmup_steps": 2, "start_lr": 0, "end_lr": 0.5\#(more)}
    """#
  }

  @Test func `hands over to a rate, wherever that is`() throws {
    #expect(try Stepping.rates(json("2"), count: 4) == [0, 0.25, 2, 2])
  }

  @Test func `hands over to a scheduler, which begins at its own zero`() throws {
    let inner = #"{"type": "paddle.CosineAnnealingDecay", "T_max": 4, "eta_min": 0.1}"#
    expect(try Stepping.rates(json(inner), count: 8), near: [0, 0.25, 1, 0.868198, 0.55, 0.231802, 0.1, 0.231802])
    #expect(try Stepping(json(inner)).node.scheduler.length == 6)
  }

  @Test func `hands over to a scheduler of another family`() throws {
    let inner = #"{"type": "StepLR", "step_size": 2, "gamma": 0.5}"#
    #expect(try Stepping.rates(json(inner), count: 7) == [0, 0.25, 1, 1, 0.5, 0.5, 0.25])
  }

  @Test func `nests`() throws {
    let inner = json(#"{"type": "paddle.StepDecay", "step_size": 1, "gamma": 0.5}"#)
    #expect(try Stepping.rates(json(inner), count: 7) == [0, 0.25, 0, 0.25, 1, 0.5, 0.25])
  }

  @Test func `keeps the memory of a product`() throws {
    let inner = #"{"type": "paddle.MultiplicativeDecay", "lr_lambda": "0.5"}"#
    #expect(try Stepping.rates(json(inner), count: 5) == [0, 0.25, 1, 0.5, 0.25])
  }

  @Test(arguments: [
    (
      #"{"type": "paddle.LinearWarmup", "learning_rate": 1, "warmup_steps": 2, "start_lr": 1, "end_lr": 1}"#,
      "value at 1"
    ),
    (
      #"{"type": "paddle.LinearWarmup", "warmup_steps": 2, "start_lr": 0, "end_lr": 1}"#,
      #"param at "paddle.LinearWarmup""#
    ),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }

  @Test func `refuses a scheduler that watches a metric`() {
    #expect(refusal(json(#"{"type": "paddle.ReduceOnPlateau"}"#)) == #"value at {"type""#)
  }
}
