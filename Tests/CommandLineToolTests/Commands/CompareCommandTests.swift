import Testing

@testable import CommandLineTool

/// Files that count differently meet on an axis that all of them have, or not at all.
@Suite struct CompareCommandTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
    try world.sandbox.write(#"{"steps": 6, "scheduler": {"type": "linear-to-zero"}}"#, to: "updates.json")
    try world.sandbox.write(#"{"epochs": 3, "scheduler": {"type": "StepLR", "step_size": 2}}"#, to: "epochs.json")
    try world.sandbox.write(
      #"{"epochs": 2, "steps_per_epoch": 3, "scheduler": {"type": "StepLR", "step_size": 1}}"#, to: "loaded.json")
  }

  @Test func `updates are not put over epochs`() {
    let ended = world.run("compare", "updates.json", "epochs.json")
    #expect(ended.status == 2)
    #expect(
      ended.error == """
        lrplot: error[usage]: “epochs” does not count updates, which the axis is to show
          give it “steps_per_epoch”, or choose another axis: --x percent

        """)
    #expect(world.run("compare", "updates.json", "epochs.json", "--x", "percent").status == 0)
    #expect(world.run("compare", "epochs.json", "loaded.json").status == 0)
    #expect(world.run("compare", "updates.json", "loaded.json").status == 0)
  }

  @Test func `a sweep may change how many steps an epoch has`() {
    let ended = world.run("step", "--step-size", "1", "--epochs", "2", "--sweep", "steps-per-epoch=1,2", "-f", "csv")
    #expect(
      ended.output == """
        step,epoch,steps-per-epoch=1:lr,steps-per-epoch=2:lr
        0,0,0.1,0.1
        1,,0.010000000000000002,0.1
        2,1,,0.010000000000000002
        3,1,,0.010000000000000002

        """)
    #expect(
      world.run("step", "--step-size", "1", "--epochs", "2", "--sweep", "steps-per-epoch=1,2", "-f", "svg").output
        .contains(">epoch<"))
  }
}
