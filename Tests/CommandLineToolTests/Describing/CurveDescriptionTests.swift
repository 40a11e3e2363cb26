import Schedules
import Testing

@testable import CommandLineTool
@testable import Curves

@Suite struct CurveDescriptionTests {
  private func description(
    _ values: [Double], phases: [Phase] = [Phase(start: 0, motion: .moves, label: "")], unit: Curve.Unit = .epoch
  ) -> CurveDescription {
    CurveDescription(
      Curve.Column(
        curve: nil, quantity: .lr, group: nil, values: values, phases: phases, rows: Curve.Rows(of: values.count)),
      unit: unit)
  }

  private func words(_ description: CurveDescription) -> [String] {
    description.spans.map { description.describe($0, isFirst: true) }
  }

  @Test(arguments: [
    ([1, 2, 3], "rises from 1 to 3 over 2 epochs"), ([3, 2, 1], "falls from 3 to 1 at epoch 2"),
    ([1, 1, 1], "stays at 1 until epoch 2"), ([1], "is 1 at epoch 0"),
    ([1, 2, 1], "rises from 1 to 2 over 1 epoch, then falls to 1 at epoch 2"),
    ([1, 2, 1, 2, 1], "goes from 1 up and down 3 times between 1 and 2, to 1 at epoch 4"),
  ])
  func `what moves rises and falls`(values: [Double], words: String) {
    #expect(self.words(description(values)) == [words])
  }

  @Test(arguments: [
    ([1, 1, 0.1, 0.1], "starts at 1 and drops to 0.1 at step 2"),
    ([1, 0.5, 2], "starts at 1 and jumps to 0.5 at step 1, to 2 at step 2"),
  ])
  func `what jumps drops`(values: [Double], words: String) {
    let description = description(values, phases: [Phase(start: 0, motion: .jumps, label: "step")], unit: .step)
    #expect(self.words(description) == [words])
  }

  @Test func `a phase reaches what the next one begins with, if it goes there`() {
    let phases = [Phase(start: 0, motion: .moves, label: "linear"), Phase(start: 2, motion: .moves, label: "cosine")]
    #expect(
      words(description([1, 2, 3, 2], phases: phases)) == [
        "rises from 1 to 3 over 2 epochs", "falls from 3 along a cosine to 2 at epoch 3",
      ])
    #expect(words(description([1, 2, 9, 2], phases: phases))[0] == "rises from 1 to 2 over 1 epoch")
  }

  @Test func `phases without a row, or after the last value, are none`() {
    let starts = [0, 0, 2, 2, 5].map { Phase(start: $0, motion: .moves, label: "\($0)") }
    let spans = description([3, 2, 1, .nan, 7, 8], phases: starts).spans
    #expect(spans.map(\.phase.start) == [0, 2])
    #expect(spans.map(\.end) == [2, 3])
    #expect(description([], phases: starts).spans.isEmpty)
  }
}
