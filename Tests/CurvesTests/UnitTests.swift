import Testing

@testable import Curves

/// Whether rows are counted in epochs or in steps.
@Suite struct UnitTests {
  @Test(arguments: [
    (#"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 2}}"#, Curve.Unit.epoch),
    (#"{"epochs": 3, "steps_per_epoch": 2, "scheduler": {"type": "StepLR", "step_size": 2}}"#, .step),
    (#"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 2, "interval": "step"}}"#, .step),
    (#"{"epochs": 3, "scheduler": {"type": "linear-to-zero"}}"#, .step),
    (#"{"epochs": 3, "scheduler": {"type": "linear-to-zero", "interval": "epoch"}}"#, .epoch),
    (
      #"{"epochs": 3, "scheduler": [{"type": "linear-to-zero"}, {"type": "StepLR", "step_size": 2}]}"#, .epoch
    ),
  ])
  func `is the epoch, unless no scheduler is stepped by it`(json: String, unit: Curve.Unit) throws {
    #expect(try curve(json).unit == unit)
  }

  @Test func `of a comparison is the step if it is one curve's`() throws {
    let epochs = try curve(#"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 2}}"#)
    let steps = try curve(#"{"epochs": 3, "scheduler": {"type": "linear-to-zero"}}"#)
    #expect(Curve.comparison(of: [("a", epochs), ("b", epochs)]).unit == .epoch)
    #expect(Curve.comparison(of: [("a", epochs), ("b", steps)]).unit == .step)
  }
}
