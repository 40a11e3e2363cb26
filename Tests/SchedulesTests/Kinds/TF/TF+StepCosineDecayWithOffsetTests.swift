import Testing

@testable import Schedules

@Suite struct TFStepCosineDecayWithOffsetTests {
  private func json(_ boundaries: String) -> String {
    #"{"type": "tf.StepCosineDecayWithOffset", "boundaries": \#(boundaries), "values": [1, 0.5]}"#
  }

  @Test func `goes from value to value along waves`() throws {
    expect(try Stepping.rates(json("[0, 4]"), count: 4), near: [1, 0.926777, 0.75, 0.573223])
  }

  @Test func `is refused where it would divide by zero, and without values`() {
    #expect(refusal(json("[0, 4]"), steps: 4) == #"run at "tf.StepCosineDecayWithOffset""#)
    #expect(refusal(json("[0]")) == "value at [0]")
  }
}
