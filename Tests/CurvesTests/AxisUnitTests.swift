import Testing
import Text

@testable import Curves

/// What curves of different files can be put over each other on.
@Suite struct AxisUnitTests {
  private static let updates = #"{"steps": 6, "scheduler": {"type": "linear-to-zero"}}"#
  private static let loaded = #"{"epochs": 2, "steps_per_epoch": 3, "scheduler": {"type": "StepLR", "step_size": 1}}"#
  private static let epochs = #"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 2}}"#
  private static let stepped = #"{"epochs": 3, "scheduler": {"type": "linear-to-zero"}}"#

  private func comparison(_ first: String, _ second: String) throws -> Curve {
    Curve.comparison(of: [("a", try curve(first)), ("b", try curve(second))])
  }

  @Test(arguments: [
    (updates, loaded, AxisUnit.step, nil), (updates, loaded, .epoch, "a"), (loaded, updates, .epoch, "b"),
    (updates, epochs, .step, "b"), (epochs, loaded, .step, "a"), (epochs, loaded, .epoch, nil),
    (epochs, stepped, .step, nil), (epochs, epochs, .step, nil), (updates, epochs, .percent, nil),
    (updates, stepped, .step, nil), (updates, loaded, .sample, "a"),
  ])
  func `an epoch whose updates are not counted is no update`(
    first: String, second: String, axis: AxisUnit, name: String?
  )
    throws
  {
    #expect(try comparison(first, second).lack(on: axis)?.curve == name)
  }

  @Test func `a row is in an epoch where all curves agree`() throws {
    let other = #"{"epochs": 2, "steps_per_epoch": 2, "scheduler": {"type": "StepLR", "step_size": 1}}"#
    let both = try comparison(Self.loaded, other)
    #expect((0..<6).map { both.value(.epoch, at: $0) } == [0, 0, nil, 1, 1, 1])
    #expect(
      both.csv.whole.text == """
        step,epoch,a:lr,b:lr
        0,0,0.1,0.1
        1,0,0.1,0.1
        2,,0.1,0.010000000000000002
        3,1,0.010000000000000002,0.010000000000000002
        4,1,0.010000000000000002,
        5,1,0.010000000000000002,

        """)
    #expect(both.json.whole.text.contains(#""epoch": [0, 0, null, 1, 1, 1]"#))
  }
}
