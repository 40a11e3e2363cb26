import Diagnostics
import Schedules
import Testing

@testable import Curves

@Suite struct RunTests {
  @Test func `steps per epoch by default`() throws {
    func run(_ interval: String) throws -> [Double] {
      let scheduler = #"{"type": "ExponentialLR", "gamma": 0.5\#(interval)}"#
      return values(
        "lr",
        of: try curve(
          #"{"epochs": 2, "steps_per_epoch": 2, "optimizer": {"lr": 8}, "scheduler": \#(scheduler)}"#))
    }
    #expect(try run("") == [8, 8, 4, 4])
    #expect(try run(#", "interval": "epoch""#) == [8, 8, 4, 4])
    #expect(try run(#", "interval": "step""#) == [8, 4, 2, 1])
  }

  @Test func `steps an array in turn, on what is there`() throws {
    let lambda = #"{"type": "LambdaLR", "lr_lambda": "epoch + 1"}"#
    let halving = #"{"type": "MultiplicativeLR", "lr_lambda": "0.5"}"#
    func run(_ schedulers: String) throws -> [Double] {
      values("lr", of: try curve(#"{"epochs": 3, "optimizer": {"lr": 1}, "scheduler": [\#(schedulers)]}"#))
    }
    // Halved after the lambda has written it, or overwritten by the lambda.
    #expect(try run("\(lambda), \(halving)") == [1, 1, 1.5])
    #expect(try run("\(halving), \(lambda)") == [1, 2, 3])
  }

  @Test func `keeps each scheduler of an array to its own interval, and all to their order`() throws {
    let slow = #"{"type": "LambdaLR", "lr_lambda": "epoch + 1", "interval": "epoch"}"#
    let fast = #"{"type": "ExponentialLR", "gamma": 0.5, "interval": "step"}"#
    func run(_ schedulers: String) throws -> [Double] {
      values(
        "lr",
        of: try curve(
          #"{"epochs": 2, "steps_per_epoch": 2, "optimizer": {"lr": 1}, "scheduler": [\#(schedulers)]}"#))
    }
    #expect(try run("\(fast), \(slow)") == [1, 0.5, 2, 1])
    // At the end of an epoch the lambda writes 2, and the exponential, behind it, halves that.
    #expect(try run("\(slow), \(fast)") == [1, 0.5, 1, 0.5])
  }

  @Test func `shows a metric at the end of its epoch`() throws {
    let curve = try curve(
      #"""
      {"epochs": 4, "steps_per_epoch": 2, "optimizer": {"lr": 1}, "metric": {"values": [3, 4, 2]},
       "scheduler": {"type": "ReduceLROnPlateau", "patience": 0, "factor": 0.5}}
      """#)
    // The 4 of epoch 1 is worse; the rate falls when that epoch is over.
    #expect(values("lr", of: curve) == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5])
    let metrics = values("metric", of: curve)
    #expect(metrics.prefix(6) == [3, 3, 4, 4, 2, 2])
    #expect(metrics.suffix(2).map(\.isNaN) == [true, true])
  }

  @Test func `asks nothing of a schedule after the last row`() throws {
    let run = { (epochs: Int) in
      refusal(#"{"epochs": \#(epochs), "scheduler": {"type": "OneCycleLR", "max_lr": 1, "total_steps": 10}}"#)
    }
    #expect(run(11) == "nothing")
    #expect(run(12) == #"run at "OneCycleLR": OneCycleLR: stepped 11 times, but total_steps is 10"#)
    #expect(refusal(#"{"epochs": 1, "scheduler": {"type": "StepLR", "step_size": 0}}"#) == "nothing")
  }

  @Test func `refuses what is not finite`() {
    let exponential = #"{"type": "ExponentialLR", "gamma": 1e200}"#
    #expect(
      refusal(#"{"epochs": 5, "scheduler": \#(exponential)}"#)
        == #"run at "ExponentialLR": the rate is not a finite number at step 2"#)
    let cyclic = #"""
      {"type": "CyclicLR", "base_lr": 0, "max_lr": 1, "base_momentum": -1e308, "max_momentum": 1e308}
      """#
    // The range is infinite, and nothing of it is no number.
    #expect(
      refusal(#"{"epochs": 5, "scheduler": \#(cyclic)}"#)
        == #"run at "CyclicLR": the momentum is not a finite number at step 0"#)
  }

  @Test func `refuses what the optimizer makes impossible`() {
    let cyclic = #"{"type": "CyclicLR", "base_lr": 0.1, "max_lr": 1}"#
    #expect(
      refusal(#"{"epochs": 5, "optimizer": {"type": "Adagrad"}, "scheduler": \#(cyclic)}"#).hasPrefix(
        #"value at "CyclicLR": CyclicLR: “cycle_momentum” needs an optimizer with momentum or betas"#))
    #expect(
      refusal(#"{"epochs": 5, "scheduler": {"type": "LambdaLR", "lr_lambda": ["1", "2"]}}"#)
        == #"value at ["1", "2"]: “lr_lambda” has 2 values, but there is 1 param group"#)
  }

  @Test func `draws the metric that no scheduler watches`() throws {
    let curve = try curve(
      #"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 1}, "metric": {"expression": "1 / (epoch + 1)"}}"#)
    #expect(values("metric", of: curve) == [1, 0.5, 1.0 / 3])
    #expect(curve.columns(of: .metric).count == 1 && curve.columns(of: .momentum).isEmpty)
  }

  @Test func `refuses a metric that fails, naming the epoch`() {
    let found = refusal(
      #"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 1}, "metric": {"expression": "1 / (epoch - 1)"}}"#)
    #expect(found.hasPrefix("run") && found.contains("epoch 1"), "\(found)")
  }
}
