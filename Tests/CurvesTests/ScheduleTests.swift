import Foundation
import Schedules
import Testing

@testable import Curves

/// The library in a training loop gives what the program draws, to the bit.
@Suite struct ScheduleTests {
  private static let run = #""epochs": 5, "steps_per_epoch": 4, "optimizer": {"lr": 0.5, "momentum": 0.9}"#
  private static let groups = #""param_groups": [{"name": "body", "lr": 0.1}, {"name": "head"}]"#

  private static let files = [
    // What an outside reader found: 0.05 by the program, 0.00625 by the library.
    #"""
    {"epochs": 3, "steps_per_epoch": 4, "optimizer": {"lr": 0.1}, "scheduler": [
      {"type": "ExponentialLR", "gamma": 0.5},
      {"type": "StepLR", "step_size": 3, "gamma": 0.1, "interval": "step"}]}
    """#,
    #"""
    {\#(run), "metric": {"expression": "max(1, 3 - epoch)"}, "scheduler": [
      {"type": "LambdaLR", "lr_lambda": "1 / (epoch + 1)", "interval": "step"},
      {"type": "plateau", "patience": 0, "factor": 0.5}]}
    """#,
    #"""
    {\#(run), "metric": {"expression": "max(1, 3 - epoch)"}, "scheduler": [
      {"type": "plateau", "patience": 0, "factor": 0.5},
      {"type": "LambdaLR", "lr_lambda": "1 / (epoch + 1)"}]}
    """#,
    #"""
    {\#(run), "metric": {"values": [5, 4, 3, 3, 3, 3, 3, 2, 3, 3]}, "scheduler":
      {"type": "plateau", "patience": 1, "interval": {"steps": 2}}}
    """#,
    #"""
    {\#(run), "metric": 1, "scheduler": {"type": "fairseq.reduce_lr_on_plateau", "warmup_updates": 6}}
    """#,
    #"""
    {\#(run), "scheduler": [
      {"type": "onecycle", "max_lr": 1, "total_steps": 20, "interval": "step"},
      {"type": "exponential", "gamma": 0.9, "interval": {"epochs": 2}, "times": 3}]}
    """#,
    #"""
    {"steps": 11, "optimizer": {"lr": 1, \#(groups)}, "scheduler": [
      {"type": "transformers.cosine", "num_warmup_steps": 2, "num_training_steps": 22, "times": 2},
      {"type": "exponential", "gamma": 0.9}]}
    """#,
    #"""
    {"steps": 11, "steps_per_epoch": 4, "optimizer": {"lr": 1, \#(groups)}, "scheduler":
      {"type": "SequentialLR", "milestones": [1], "schedulers": [
        {"type": "ConstantLR"}, {"type": "ExponentialLR", "gamma": 0.5}]}}
    """#,
  ]

  @Test(arguments: files)
  func `a training loop gets the rows of the program`(json: String) throws {
    let curve = try curve(json)
    var schedule = try Schedule(json: json)
    let metrics = curve.columns(of: .metric).first?.values
    var states: [Schedule.State] = []
    for step in 0..<curve.rowCount {
      #expect(schedule.groups.map(\.lr) == curve.columns(of: .lr).map { $0.values[step] }, "step \(step)")
      for column in curve.columns(of: .momentum) { #expect(schedule.groups[0].momentum == column.values[step]) }
      states.append(schedule.state)
      guard step + 1 < curve.rowCount else { break }
      try finish(step, of: curve, metrics?[step], &schedule, json)
    }
    for (start, state) in states.enumerated() {
      let saved = try JSONDecoder().decode(Schedule.State.self, from: JSONEncoder().encode(state))
      #expect(saved == state)
      var restored = try Schedule(json: json, state: saved)
      for step in start..<curve.rowCount {
        #expect(restored.groups.map(\.lr) == curve.columns(of: .lr).map { $0.values[step] })
        if step + 1 < curve.rowCount { try finish(step, of: curve, metrics?[step], &restored, json) }
      }
    }
  }

  /// Ends a step as a loop would that evaluates at the end of each epoch, or every second update if the file does.
  private func finish(
    _ step: Int, of curve: Curve, _ metric: Double?, _ schedule: inout Schedule, _ json: String
  ) throws {
    let isEvaluated = json.contains(#""steps": 2"#) && step % 2 == 1
    try schedule.endStep(metric: isEvaluated ? metric : nil)
    if (step + 1) % curve.stepsPerEpoch == 0 { try schedule.endEpoch(metric: metric) }
  }
}
